/** What the rooms of the body need of the element that they work in. */
export interface BodyHost {
  readonly renderRoot: ShadowRoot;
  /** Resolves when what was asked for is in the shadow root. */
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
}
