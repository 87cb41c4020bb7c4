import { z } from 'zod';
import { type Settings, settingsSchema, standardSettings } from '#shared/domain/settings.ts';
import type { Store } from '../engine/ports/store.ts';
import { readPayload, type Scope, textOf } from './scope.ts';

/** The company's settings; what was never set is standard. */
export function createSettings(scope: Scope): Store['settings'] {
  const { db, company } = scope;
  return {
    read: (): Settings => {
      const row = db.get('SELECT payload FROM settings WHERE company = ?', company);
      if (row === undefined) return standardSettings;
      const where = { source: 'store.settings', key: company };
      return readPayload(scope, completedSettings, where, textOf(row, 'payload')) ?? standardSettings;
    },
    write: (settings) => {
      db.run(
        'INSERT INTO settings (company, payload) VALUES (?, ?) ON CONFLICT DO UPDATE SET payload = excluded.payload',
        company,
        JSON.stringify(settings),
      );
    },
  };
}

/** Settings written before a new one was invented lack it: it is then standard, and the others stay as they were set. */
const completedSettings = z.preprocess((stored) => complete(standardSettings, stored), settingsSchema);

function complete(standard: unknown, stored: unknown): unknown {
  if (stored === undefined) return standard;
  if (!isFields(standard) || !isFields(stored)) return stored;
  const names = new Set([...Object.keys(standard), ...Object.keys(stored)]);
  return Object.fromEntries([...names].map((name) => [name, complete(standard[name], stored[name])]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Small facts of our own under a name. */
export function createNotes({ db, company }: Scope): Store['notes'] {
  return {
    read: (name) => {
      const row = db.get('SELECT value FROM notes WHERE company = ? AND name = ?', company, name);
      return row === undefined ? null : textOf(row, 'value');
    },
    write: (name, value) => {
      db.run(
        'INSERT INTO notes (company, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        company,
        name,
        value,
      );
    },
  };
}
