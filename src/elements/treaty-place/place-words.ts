import type { LonLat } from '../../atlas/applied';
import { nearestTown, type FoundPlace, type Gazetteer, type NamedPlace } from '../../atlas/gazetteer';
import { inLanguage } from '../../atlas/in-language';
import { languageTag } from '../../language/language';
import { laterMessage } from '../../language/later';

/** How far a town may be to be named for a place, and to be the place, kilometres. */
const NEAR = 600;
const AT = 8;

/** What a place that was found is called: a territory by the name that was meant, since its title may be a description. */
export function foundName({ place, name }: FoundPlace, language: string): string {
  return place.kind === 'territory' ? name : placeName(place, language);
}

/** What a place is called, with its name of today where that is another. */
export function placeName({ title, today }: NamedPlace, language: string): string {
  const name = inLanguage(title, language);
  return today === null
    ? name
    : laterMessage(language, 'place.today', { name, today: inLanguage(today, language) });
}

function degrees(value: number, language: string, places: number): string {
  return new Intl.NumberFormat(languageTag(language), { maximumFractionDigits: places }).format(
    Math.abs(value),
  );
}

/** "45.75° N, 126.65° E": to some ten metres where they were given so, else to a kilometre. */
export function writeCoordinates([lon, lat]: LonLat, language: string, places = 2): string {
  return laterMessage(language, 'place.coordinates', {
    lat: laterMessage(language, lat < 0 ? 'place.south' : 'place.north', {
      degrees: degrees(lat, language, places),
    }),
    lon: laterMessage(language, lon < 0 ? 'place.west' : 'place.east', {
      degrees: degrees(lon, language, places),
    }),
  });
}

/** A distance in words of some use: tenths of a kilometre only where it is short. */
export function writeKm(km: number, language: string): string {
  return new Intl.NumberFormat(languageTag(language), { maximumFractionDigits: km < 10 ? 1 : 0 }).format(km);
}

/** Where a place lies by the nearest town: "at Harbin", "42 km from Harbin"; null where none is near. */
export function whereWords(at: LonLat, gazetteer: Gazetteer, language: string): string | null {
  const nearest = nearestTown(gazetteer, at, NEAR);
  if (!nearest) return null;
  const { place, distance_km: km } = nearest;
  const town = placeName(place, language);
  return km < AT
    ? laterMessage(language, 'place.at-town', { town })
    : laterMessage(language, 'place.near-town', { km: writeKm(km, language), town });
}
