import { noChange } from 'lit';
import { Directive, directive, type AttributePart, type DirectiveResult } from 'lit/directive.js';

/** CSS properties by their names in CSS, custom ones too. */
type Properties = Readonly<Record<string, string>>;

/**
 * Sets properties on `element.style`. Lit's own directive of this name writes a `style` attribute the first time, which a
 * strict content security policy forbids.
 */
class StyleMap extends Directive {
  #set: readonly string[] = [];

  render(_properties: Properties): typeof noChange {
    return noChange;
  }

  override update(part: AttributePart, [properties]: [Properties]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const name of this.#set) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    this.#set = Object.keys(properties);
    return this.render(properties);
  }
}

export const styleMap: (properties: Properties) => DirectiveResult<typeof StyleMap> = directive(StyleMap);
