/** The seventeen kinds of status. */
export const KINDS = [
  'claim',
  'promise',
  'recognised',
  'occupation',
  'joint',
  'base',
  'free-port',
  'lease',
  'autonomous',
  'province',
  'assurance',
  'in-force',
  'contested',
  'ended',
  'campaign',
  'owned',
  'finding',
] as const;

/** Whose claim or law a status describes. */
export const VIEWPOINTS = ['roc', 'prc', 'ussr', 'mpr', 'japan-manchukuo', 'cpc', 'un', 'all'] as const;

/** How far a statement was checked against a source. */
export const EVIDENCE = ['read', 'read-secondary', 'partly-read', 'general'] as const;

/** How a status holds: in law and in fact, in law (or by claim) alone, in fact alone. */
export const HOLDS = ['law-and-fact', 'law', 'fact'] as const;

export type Kind = (typeof KINDS)[number];
export type Viewpoint = (typeof VIEWPOINTS)[number];
export type Evidence = (typeof EVIDENCE)[number];
export type Holds = (typeof HOLDS)[number];
