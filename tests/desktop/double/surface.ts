/**
 * What a part of the double may offer: some of what Electron's type declarations offer, in the same form. Events are left out: Electron
 * declares each of them by name, and the double's emitters take any.
 */
export type Surface<Real> = Partial<Omit<Real, keyof NodeJS.EventEmitter>>;

/** Names that the double offers and Electron does not; must be never. */
export type Strangers<Double, Real> = Exclude<keyof Double, keyof Real | keyof NodeJS.EventEmitter>;

/** A compile error when there are any. */
export function offersOnly<_Nothing extends never>(): void {}
