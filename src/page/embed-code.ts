/** What is chosen for an embed. */
export interface Embed {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Ids of the layers shown; null for all. */
  readonly layers: readonly string[] | null;
  readonly theme: 'light' | 'dark' | null;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The four ways to put a map into a page. */
export const FORMS = ['script', 'npm', 'iframe', 'oembed'] as const;
export type Form = (typeof FORMS)[number];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string);

/** The attributes that say what is chosen; lists joined by `by`. */
function attributesOf({ date, layers, theme }: Embed, by: string): [name: string, value: string][] {
  return [
    ['date', date],
    ...(layers ? [['layers', layers.join(by)]] : []),
    ...(theme ? [['theme', theme]] : []),
  ] as [string, string][];
}

/** The address of the page for an iframe. */
export function frameAddress(embed: Embed, site: string): string {
  const query = attributesOf(embed, ',').map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  );
  return `${site}embed.html?${query.join('&')}`;
}

/**
 * What has to be copied.
 * @param site address of the folder that the script lies in
 * @param title what an iframe is called
 * @param dayPage address of the page of the day, or of the site where the day has none
 */
export function embedCode(form: Form, embed: Embed, site: string, title: string, dayPage: string): string {
  const { width, height } = embed;
  switch (form) {
    case 'script': {
      const attributes = attributesOf(embed, ' ').map(([name, value]) => ` ${name}="${escaped(value)}"`);
      return [
        `<script type="module" src="${escaped(`${site}treaty-map.js`)}"></script>`,
        `<style>treaty-map { inline-size: ${width}px; max-inline-size: 100%; block-size: ${height}px; }</style>`,
        `<treaty-map${attributes.join('')}></treaty-map>`,
      ].join('\n');
    }
    case 'npm':
      return [
        `import 'treaty-map/define';`,
        '',
        `const map = document.createElement('treaty-map');`,
        ...attributesOf(embed, ' ').map(([name, value]) => `map.setAttribute('${name}', '${value}');`),
        `map.style.inlineSize = '${width}px';`,
        `map.style.blockSize = '${height}px';`,
        `document.body.append(map);`,
      ].join('\n');
    case 'iframe':
      return `<iframe src="${escaped(frameAddress(embed, site))}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy"></iframe>`;
    case 'oembed':
      return dayPage;
  }
}
