import wc from 'eslint-plugin-wc';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** One arrow of the house: files here may not import from there. */
function arrow(files, patterns) {
  return {
    files,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const rooms = (names, message) => ({
  group: names.flatMap((name) => [`**/${name}/**`, `**/${name}`]),
  message,
});
const MAPLIBRE = { group: ['maplibre-gl', 'maplibre-gl/*'], message: 'Only src/map imports maplibre-gl.' };
const LIT = { group: ['lit', 'lit/*'], message: 'Only src/elements knows Lit.' };
const PIPELINE = { group: ['**/geo/build/**'], message: 'Nothing in src imports the pipeline.' };

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.cache', 'coverage'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A language map and an event map need interfaces that only extend.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels.' },
      ],
      eqeqeq: ['error', 'always'],
    },
  },
  { files: ['*.config.ts', '*.config.js', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  arrow(
    ['src/time/**'],
    [
      rooms(['atlas', 'map', 'elements', 'language'], 'time imports nothing of the house.'),
      MAPLIBRE,
      LIT,
      PIPELINE,
    ],
  ),
  arrow(
    ['src/atlas/**'],
    [rooms(['map', 'elements', 'language'], 'atlas knows time alone.'), MAPLIBRE, LIT, PIPELINE],
  ),
  arrow(['src/map/**'], [rooms(['elements', 'language'], 'map knows atlas and time alone.'), LIT, PIPELINE]),
  arrow(
    ['src/language/**'],
    [rooms(['map', 'elements'], 'language knows atlas and time alone.'), MAPLIBRE, LIT, PIPELINE],
  ),
  arrow(['src/elements/**', 'src/*.ts'], [MAPLIBRE, PIPELINE]),
  arrow(
    ['geo/build/**'],
    [rooms(['map', 'elements', 'language'], 'The pipeline knows time and atlas alone.'), MAPLIBRE, LIT],
  ),
  {
    files: ['src/elements/**/*.ts'],
    ...lit['flat/recommended'],
  },
  { files: ['src/elements/**/*.ts'], ...wc.configs['flat/best-practice'] },
);
