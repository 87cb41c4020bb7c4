import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corSchema } from '#shared/domain/cor.ts';
import { chunkIds } from '../../electron/clouds/clearstory/changeOrderRequests.ts';
import {
  corFromWire,
  customerFromWire,
  officeFromWire,
  projectFromWire,
} from '../../electron/clouds/clearstory/mapping.ts';
import { exactJsonNumber, parseExactJson } from '../../electron/clouds/exactJson.ts';

const least = {
  id: 17,
  uuid: '0b1c',
  version: 1,
  title: 'Added anchors',
  status: 'in_review',
  projectId: 61001,
  requestedAmount: 12345.67,
  updatedAt: '2026-03-01T10:00:00Z',
};

function cor(fields: object) {
  const mapped = corFromWire({ ...least, ...fields }, 'sent');
  if (!mapped.ok) throw new Error(mapped.reason);
  return mapped.value;
}

test('a COR with only the required fields becomes a whole one, absent fields null and absent buckets nothing', () => {
  const mapped = cor({});
  expect(corSchema.parse(mapped)).toEqual(mapped);
  expect(mapped).toMatchObject({
    id: '17',
    version: '1',
    requestedAmount: '12345.67',
    voidAmount: '0.00',
    customerCoNumber: null,
    description: '',
    tagNumbers: [],
    createdAt: '2026-03-01T10:00:00.000Z',
  });
});

test('ids, amounts and references may be numbers or text', () => {
  expect(
    cor({ id: '17', projectId: '61001', customerCoNumber: 3, requestedAmount: '-1,250.5', voidAmount: '0' }),
  ).toMatchObject({ id: '17', customerCoNumber: '3', requestedAmount: '-1250.50', voidAmount: '0.00' });
});

test('dates without a zone are UTC, whatever zone this machine is in', () => {
  expect(
    cor({ dateSubmitted: '2026-02-03', coIssueDate: '2026-02-03T18:00:00', voidDate: '2026-02-03T18:00:00-08:00' }),
  ).toMatchObject({
    dateSubmitted: '2026-02-03T00:00:00.000Z',
    coIssueDate: '2026-02-03T18:00:00.000Z',
    voidDate: '2026-02-04T02:00:00.000Z',
  });
});

test('rich text becomes plain, tags go by their printed numbers, labels by their names', () => {
  expect(
    cor({
      description: '<p>Night shift &amp; <b>premium</b></p><ul><li>gym</li></ul>',
      tmTags: [{ paddedTagNumber: 'EX00234', number: 234 }, { number: 235 }],
      manualTmTag: 'Tag 9',
      labels: [{ id: 1, name: 'RFI' }, 'T&M'],
      daysInReview: '12',
      totalHours: 8.5,
    }),
  ).toMatchObject({
    description: 'Night shift & premium\n- gym',
    tagNumbers: ['EX00234', '235', 'Tag 9'],
    labels: ['RFI', 'T&M'],
    daysInReview: 12,
    totalHours: '8.5',
  });
});

test('decoration of an unknown shape does not make a COR unreadable, a lost link of another integration does', () => {
  expect(cor({ labels: 'none', tmTags: { count: 0 }, daysInReview: 'long', contractorName: {} })).toMatchObject({
    labels: [],
    tagNumbers: [],
    daysInReview: null,
    contractorName: null,
  });
  expect(corFromWire({ ...least, integrationMetadata: 'sage' }, 'sent').ok).toBe(false);
  expect(cor({ integrationMetadata: [{ provider: 'p', name: 'n', value: null }] }).integrations).toEqual([
    { provider: 'p', name: 'n', value: 'null' },
  ]);
});

test.each([
  [{ status: 'escalated' }, 'status is not a status Plumbline knows'],
  [{ requestedAmount: 10.005 }, 'requestedAmount is not an amount in whole cents'],
  [{ voidAmount: 'TBD' }, 'voidAmount is not an amount in whole cents'],
  [{ coIssueDate: 'soon' }, 'coIssueDate is not a date'],
  [{ updatedAt: null }, 'updatedAt is missing'],
  [{ uuid: null }, 'uuid is missing'],
  [{ projectId: undefined }, 'projectId is missing'],
])('what money, status and identity depend on is not guessed: %j', (fields, reason) => {
  expect(corFromWire({ ...least, ...fields }, 'sent')).toEqual({ ok: false, reason });
});

test('a COR whose amounts have all gone is unreadable instead of free', () => {
  const { requestedAmount: _, ...renamed } = { ...least, totalAmount: 5 };
  expect(corFromWire(renamed, 'sent')).toEqual({ ok: false, reason: 'the record has no amounts' });
  for (const row of [null, 7, 'x', []]) expect(corFromWire(row, 'sent').ok).toBe(false);
});

test('amounts pass from JSON text to money without losing a cent', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (cents) => {
      const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
      const amount = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      const row = parseExactJson(JSON.stringify({ ...least, requestedAmount: exactJsonNumber(amount) }));
      const mapped = corFromWire(row, 'sent');
      expect(mapped.ok && mapped.value.requestedAmount).toBe(amount);
    }),
    { numRuns: 2000 },
  );
});

test('projects, offices and customers are read with what they have', () => {
  expect(
    projectFromWire({
      id: 5,
      projectTitle: 'Pier 24',
      customer: { id: 1, name: 'City' },
      customerInternalId: 104,
      officeId: 11,
      office: { name: 'Tacoma HQ' },
      contractValue: 3508920,
      archived: null,
      createdAt: '2026-01-02',
    }),
  ).toEqual({
    ok: true,
    value: {
      id: '5',
      title: 'Pier 24',
      jobNumber: null,
      customerJobNumber: null,
      customerName: 'City',
      customerInternalId: '104',
      officeId: '11',
      officeName: 'Tacoma HQ',
      contractValue: '3508920.00',
      archived: false,
      updatedAt: '2026-01-02T00:00:00.000Z',
    },
  });
  expect(projectFromWire({ id: 5 })).toEqual({ ok: false, reason: 'officeId is missing' });
  expect(officeFromWire({ id: 1, name: 'HQ', tzName: 'Mars/Olympus' })).toMatchObject({ value: { timeZone: 'UTC' } });
  expect(customerFromWire({ id: 1, name: 'A', internalId: '' })).toMatchObject({ value: { internalId: null } });
});

test('ids are split into groups that fit, none lost, none twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 })), fc.integer({ min: 40, max: 200 }), (ids, max) => {
      const chunks = chunkIds(ids, max);
      expect(chunks.flat()).toEqual([...new Set(ids)]);
      for (const chunk of chunks)
        if (chunk.length > 1) expect(chunk.map(encodeURIComponent).join(',').length).toBeLessThanOrEqual(max);
    }),
  );
});
