import type { LaterKey } from '../language/en-later';
import { laterMessage } from '../language/later';
import { ControlElement } from './control-element';

/** A control that comes with the reader, and so do its texts. */
export abstract class LaterElement extends ControlElement {
  protected override say(key: LaterKey, values?: Readonly<Record<string, string | number>>): string {
    return laterMessage(this.language, key, values);
  }
}
