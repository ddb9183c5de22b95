import { LitElement, type PropertyDeclarations } from 'lit';
import type { LanguageMap } from '../atlas/schema';
import type { MessageKey } from '../language/en';
import { inLanguage } from '../atlas/in-language';
import { message, spokenLanguage, writeDay } from '../language/language';
import type { Day } from '../time/day';
import { OwnerController, type TreatyControl } from './owner-controller';
import type { TreatyView } from './view';

/** What every control has in common: a view to show, an owner to ask, and a language to speak. */
export abstract class ControlElement extends LitElement implements TreatyControl {
  static override properties: PropertyDeclarations = { view: { attribute: false }, for: {} };

  protected readonly owner = new OwnerController(this);

  /** All there is to show, given by the owner; null as long as there is none. */
  view: TreatyView | null = null;

  /** Id of the `<treaty-map>` it belongs to, where it does not stand inside one. */
  for = '';

  /** The language of texts: that of the view, else that of the page around the control. */
  protected get language(): string {
    return this.view?.language ?? spokenLanguage(this.closest('[lang]')?.getAttribute('lang') || 'en');
  }

  /** A text of the interface. */
  protected say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    return message(this.language, key, values);
  }

  /** A text of the record. */
  protected text(map: LanguageMap): string {
    return inLanguage(map, this.language);
  }

  /** A day in words. */
  protected write(day: Day, style: 'long' | 'medium' = 'long'): string {
    return writeDay(day, this.language, style);
  }

  /**
   * Asks the owner for something, or says what is wrong.
   * @internal
   */
  protected ask(event: Event): boolean {
    return this.dispatchEvent(event);
  }
}
