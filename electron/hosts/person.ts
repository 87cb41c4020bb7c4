import { userInfo } from 'node:os';

/** The name that this person signed in with; some service accounts have none. */
export function personHere(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Plumbline';
  }
}
