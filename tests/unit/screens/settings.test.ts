import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#shared/contract/settings.ts';
import { checksText } from '../../../renderer/screens/settings/checksText.ts';
import { minutesOf } from '../../../renderer/screens/settings/minutes.ts';
import { isThisComputer } from '../../../renderer/screens/settings/practice.ts';
import { isTimeZone, timeZoneNames, zoneWords } from '../../../renderer/screens/settings/timeZones.ts';

describe('an interval', () => {
  it('is a whole number of minutes, up to a day', () => {
    expect(['1', ' 5 ', '1440'].map(minutesOf)).toEqual([1, 5, 1440]);
    expect(['', '0', '1441', '5.5', '-5', '5m', '1e2'].map(minutesOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the practice Clearstory', () => {
  it('is known by an address on this computer', () => {
    expect(['http://127.0.0.1:4100', 'http://localhost', 'http://[::1]:80'].map(isThisComputer)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['https://web-api.clearstory.build', 'https://127.0.0.1.example.com', ''].map(isThisComputer)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('time zones', () => {
  it('are offered once each, those of the United States first', () => {
    const names = timeZoneNames();
    expect(names[0]).toBe('America/Los_Angeles');
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(isTimeZone)).toBe(true);
  });

  it('have words that people use, and others are none', () => {
    expect(zoneWords('America/Denver', '2026-11-22T17:42:00.000Z')).toBe('Mountain Time');
    expect(['Mars/Base', ''].map(isTimeZone)).toEqual([false, false]);
  });
});

describe('the results of the checks as text', () => {
  it('hold every check with what to do, for a message to support', () => {
    const checks: readonly CheckResult[] = [
      { id: 'program', number: 1, title: 'Plumbline runs', result: 'ok', sentence: 'Version 1.', remedy: '' },
      {
        id: 'odbc',
        number: 2,
        title: 'Clearstory answers',
        result: 'fail',
        sentence: 'No key is set.',
        remedy: 'Enter it.',
      },
    ];
    expect(checksText(checks, '1.0')).toBe(
      [
        'Plumbline 1.0, diagnostics',
        'OK   1. Plumbline runs: Version 1.',
        'FAIL 2. Clearstory answers: No key is set.',
        '     What to do: Enter it.',
      ].join('\n'),
    );
  });
});
