import { readShapes } from './geo/build/base-shapefile.ts';
import { debianPackage } from './geo/build/inputs.ts';
const s = readShapes(await debianPackage('libmagics++-data') + '/usr/share/magics/10m/ne_10m_rivers_lake_centerlines');
for (const x of s) for (const p of x.parts) { const q=p.filter(([a,b])=>a!>106&&a!<112.2&&b!>37.5&&b!<41.3); if(q.length>2) console.log(JSON.stringify(x.fields.name), x.fields.scalerank, p.length, q.length, q[0], q.at(-1)); }
for (const x of s) if (/Xar|Manas|Shandian|Xiliao|Chaor|Wujia/.test(x.fields.name??'')) for (const p of x.parts) console.log(x.fields.name, p.length, p[0], p.at(-1));
