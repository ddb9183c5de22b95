import { configs as lit } from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const MAPLIBRE = { group: ['maplibre-gl', 'maplibre-gl/*'], message: 'Only src/map imports maplibre-gl.' };
const LIT = { group: ['lit', 'lit/*'], message: 'Only src/elements knows Lit.' };
const PIPELINE = { group: ['**/build/**'], message: 'Nothing that ships imports what makes it.' };
const ENTRIES = {
  group: ['**/index', '**/treaty-map.ts', '../treaty-map'],
  message: 'Nothing imports the entries.',
};
/** What a page with a legend alone would pay for: the map is fetched by map-mount.ts when there is one to draw. */
const LIVE_MAP = {
  regex: '/map/(?!palette-data$|signs$)',
  allowTypeImports: true,
  message: 'Elements read palette-data and signs of src/map; the rest comes by map-mount.ts.',
};

/** What weighs much and is not always needed comes when it is asked for, each by one file alone. */
const AT_RUN_TIME = [
  'src/elements/treaty-map/shell.ts',
  'src/elements/treaty-map/map-mount.ts',
  'src/elements/treaty-map/treaty-map.ts',
  'src/elements/fetch-later.ts',
  'src/elements/citing/cite.ts',
  'src/atlas/load.ts',
  'src/map/treaty-map-view.ts',
];
const CITATION_JS = {
  group: ['@citation-js/*', '**/citing/bibtex', './bibtex'],
  message: 'What writes BibTeX comes by citing/cite.ts.',
};

const rooms = (names, message) => ({
  group: names.flatMap((name) => [`**/${name}/**`, `**/${name}`]),
  message,
});

/** One arrow of the house: files here may not import from there. */
function arrow(files, patterns, ignores = []) {
  return { files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

const SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      '**/node_modules',
      '.cache',
      'coverage',
      'tests/embed/next/{.next,out}',
      'tests/embed/bundlers/hosts/built',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-syntax': ['error', ...SYNTAX],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.config.ts', '**/*.config.js', '**/*.d.ts', 'tests/embed/next/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**'],
    ignores: [...AT_RUN_TIME, 'src/build/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...SYNTAX,
        {
          selector: 'ImportExpression',
          message:
            'Only shell.ts (the body), map-mount.ts (the map), treaty-map.ts (what comes after it), fetch-later.ts (what comes with the reader), cite.ts (BibTeX), load.ts (the schema) and treaty-map-view.ts (the relief) import at run time.',
        },
      ],
    },
  },
  {
    files: ['src/time/**', 'src/atlas/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'customElements',
        'HTMLElement',
        'navigator',
        'location',
      ],
    },
  },
  arrow(
    ['src/time/**'],
    [
      rooms(['atlas', 'map', 'elements', 'language', 'page'], 'time imports nothing of the house.'),
      MAPLIBRE,
      LIT,
      PIPELINE,
      ENTRIES,
    ],
  ),
  arrow(
    ['src/atlas/**'],
    [
      rooms(['map', 'elements', 'language', 'page'], 'atlas knows time alone.'),
      MAPLIBRE,
      LIT,
      PIPELINE,
      ENTRIES,
    ],
  ),
  arrow(
    ['src/map/**'],
    [rooms(['elements', 'language', 'page'], 'map knows atlas and time alone.'), LIT, PIPELINE, ENTRIES],
  ),
  arrow(
    ['src/language/**'],
    [
      rooms(['map', 'elements', 'page'], 'language knows atlas and time alone.'),
      MAPLIBRE,
      LIT,
      PIPELINE,
      ENTRIES,
    ],
  ),
  arrow(
    ['src/elements/**'],
    [rooms(['page'], 'The page is made of elements.'), LIVE_MAP, CITATION_JS, MAPLIBRE, PIPELINE],
    ['src/elements/citing/bibtex.ts', 'src/elements/treaty-map/map-mount.ts'],
  ),
  arrow(
    ['src/page/**'],
    [rooms(['map', 'elements', 'atlas', 'time'], 'The page reads language alone.'), MAPLIBRE, LIT, PIPELINE],
  ),
  arrow(['src/*.ts'], [LIVE_MAP, MAPLIBRE, PIPELINE]),
  arrow(
    ['geo/build/**'],
    [
      rooms(['map', 'elements', 'language', 'page'], 'The pipeline knows time and atlas alone.'),
      MAPLIBRE,
      LIT,
      ENTRIES,
    ],
  ),
  { files: ['src/elements/**/*.ts'], ...lit['flat/recommended'] },
  { files: ['src/elements/**/*.ts'], ...wc.configs['flat/best-practice'] },
);
