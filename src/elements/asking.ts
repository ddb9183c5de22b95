import { TreatyDateRequestEvent, TreatySelectRequestEvent } from './events';

// The request bubbles out of the button and is heard as its control's own.
function ask(event: Event, request: (value: string) => Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  button.dispatchEvent(request(button.value));
}

/** Asks for the thing of the record that a button's `value` names. */
export function askToSelect(event: Event): void {
  ask(event, (id) => new TreatySelectRequestEvent(id));
}

/** Asks for the day that a button's `value` is, `YYYY-MM-DD`. */
export function askForDay(event: Event): void {
  ask(event, (date) => new TreatyDateRequestEvent(date, { step: true }));
}
