export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy?: number;
}

/** Longer than a person in need waits. */
const PATIENCE_MS = 15_000;

/** The browser asks the person itself. */
export function whereAmI(): Promise<Spot | undefined> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  });
}
