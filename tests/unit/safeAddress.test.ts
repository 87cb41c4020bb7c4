import { describe, expect, it } from 'vitest';
import { isSafeAddress, isSafeBaseAddress } from '#shared/domain/network/safeAddress.ts';

describe('an address where what is secret may be sent', () => {
  it.each([
    'https://web-api.clearstory.build',
    'HTTPS://Hooks.Example:8443/services/T0/B1',
    'https://[2001:db8::1]/hook',
    'http://127.0.0.1:8080',
    'http://127.0.0.2/base',
    'http://localhost/x',
    'http://[::1]:81/',
  ])('is encrypted or of this computer: %s', (text) => {
    expect([isSafeAddress(text), isSafeBaseAddress(text)]).toEqual([true, true]);
  });

  it.each([
    ['no encryption', 'http://hooks.example'],
    ['this computer only in name', 'http://localhost.evil.example'],
    ['a user', 'https://dana@hooks.example'],
    ['a user and a password', 'https://dana:secret@hooks.example/x'],
    ['another host behind a backslash', 'https://hooks.example\\@evil.example'],
    ['a fragment', 'https://hooks.example/#x'],
    ['another scheme', 'file:///etc/passwd'],
    ['no host', 'https://'],
    ['a port that cannot be', 'https://hooks.example:70000'],
    ['a blank', ' https://hooks.example'],
    ['nothing', ''],
  ])('has not: %s', (_, text) => {
    expect([isSafeAddress(text), isSafeBaseAddress(text)]).toEqual([false, false]);
  });

  it('may have a query, unless paths are put behind it', () => {
    const text = 'https://hooks.example/in?token=1';
    expect([isSafeAddress(text), isSafeBaseAddress(text)]).toEqual([true, false]);
  });
});
