import { fill } from './shell-texts';

/**
 * The texts of the project's own pages around the map, in English; this file gives the keys of every other language. They
 * are apart from those of the elements, so that a page that embeds the map does not carry them.
 */
const en = {
  'page.title': 'The Sino-Soviet Treaty of 14 August 1945',
  'page.introduction':
    'What it said about Mongolia, Manchuria and Sinkiang, and who held what, day by day until 1953.',
  'page.no-script':
    'The map needs JavaScript, which is off in this browser. Switch it on and load the page again to see it.',
  'page.story-open': 'The story behind the map',
  'page.share-open': 'Share',
  'page.share-title': 'Share what you see',
  'page.link-title': 'A link to this day and place',
  'page.link-copy': 'Copy',
  'page.link-copied': 'Copied.',
  'page.link-select': 'The text is marked: copy it with the keyboard or the menu.',
  'page.cite-format': 'Form of the reference',
  'page.cite-view': 'Cite this view',
  'page.cite-text': 'Text',
  'page.cite-bibtex': 'BibTeX',
  'page.cite-csl-json': 'CSL-JSON',
  'page.cite-failed': 'The reference could not be written. Try again.',
  'page.close': 'Close',
  'page.address-unknown': 'The address has parts that mean nothing here and are left out: {parts}.',
  'page.address-dismiss': 'Dismiss',
  'day-page.provider': 'Treaty Map',
  'day-page.title': '{date}: {what}',
  'day-page.title-plain': 'The treaty map on {date}',
  'day-page.description':
    'What the Sino-Soviet Treaty of 14 August 1945 and the agreements signed with it said about places, as it stood on {date}: a map with its sources.',
  'day-page.site':
    'What the Sino-Soviet Treaty of 14 August 1945 and the agreements signed with it said about places, on any day from 1945 to 1953: a map under a date slider, with its sources.',
  'frame.unknown':
    'The address of this frame has parameters that mean nothing here and are left out: {parameters}. It may have: {known}.',
  'frame.parent':
    '"{value}" is not the origin of a page, so that nothing is told to the page around. Write "parent" as https://their.site, without a path.',
  'frame.command':
    'The message is not understood: "{what}" means nothing here. A "treaty-set" has "attributes", each a text, a number, a list of texts or null: {known}. A "treaty-select" has an "id", or null.',
  'page.story-title': 'What the map shows',
  'page.story-treaty':
    'On 14 August 1945 the Republic of China and the Soviet Union signed a treaty of friendship and alliance in Moscow. Notes and agreements about territory came with it: China promised to recognise Mongolia after a plebiscite; the two main railways of Manchuria were to be owned in common for thirty years; Dairen was to be a free port and Port Arthur a joint naval base; the Soviet Union acknowledged Chinese sovereignty over Manchuria and promised to keep out of the affairs of Sinkiang. The instruments do not name Inner Mongolia, but Soviet and Mongolian troops were entering it that week.',
  'page.story-after':
    'By the end of 1953 nearly all of it had changed hands, been undone or been disowned. Drag the date and see what held on that day; choose a territory and read by which instrument, in whose view, how surely, and who says so.',
  'page.story-reading':
    'No party\u2019s view is taken as the true one. Where the parties differ, the record says what each of them held. What is uncertain is drawn faint and said to be so; borders that were never marked out are dashed.',
  'page.embed-title': 'Put it into your own page',
  'page.embed':
    'Choose what it shows, and copy it in the form that your site takes. It needs no key and no other site.',
  'embed.date': 'Day of the embed',
  'embed.width': 'Width, pixels',
  'embed.height': 'Height, pixels',
  'embed.theme': 'Theme',
  'embed.theme-reader': 'The reader’s own',
  'embed.theme-light': 'Light',
  'embed.theme-dark': 'Dark',
  'embed.layers': 'Layers',
  'embed.preview': 'The embed as it will be',
  'embed.title': 'Map of {date}',
  'embed.form': 'Form',
  'embed.script': 'Script tag',
  'embed.npm': 'npm',
  'embed.iframe': 'iframe',
  'embed.oembed': 'Address (oEmbed)',
  'embed.code': 'What to copy',
  'embed.about-script':
    'For a page whose HTML you write: the map is a part of it. Without the style it is as wide as its place.',
  'embed.about-npm': 'For a page that a bundler makes: npm install treaty-map lit maplibre-gl.',
  'embed.about-iframe': 'For a site that takes HTML but no scripts.',
  'embed.about-oembed':
    'For WordPress and other sites that turn an address into an embed: put it on a line of its own. It carries the day alone.',
  'embed.no-page':
    '{date} has no page of its own, since nothing changes or happens on it: this address gives the first view. Choose a day with an event, or the iframe.',
  'embed.no-pages':
    'This copy of the map has no addresses for oEmbed: it was built without SITE_URL. Take the iframe.',
  'embed.failed': 'Their names could not be loaded; the embed shows all. Open this again to try again.',
  'page.credits-title': 'Sources and licences',
  'page.credits':
    'Code under the MIT licence; data under CC BY 4.0. Shapes: Made with Natural Earth; coast of Liaodong from GSHHG, LGPL 3; GeoNames, CC BY 4.0, changed; relief: SRTM via KDE Marble. Every statement in the map names its sources.',
} as const;

/** The key of a text of the pages. */
export type PageKey = keyof typeof en;

const LANGUAGES: Readonly<Record<string, Readonly<Record<PageKey, string>>>> = { en };

/** A text of the pages, its `{names}` filled in; English where the language lacks it. */
export function pageText(
  language: string,
  key: PageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill((LANGUAGES[language] ?? en)[key], values);
}
