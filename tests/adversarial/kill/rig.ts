import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { standardSettings } from '#shared/domain/settings.ts';
import { hashOf } from '../../../electron/engine/context.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { drain } from '../../../electron/engine/push/drain.ts';
import { subcontractPlan } from '../../contracts/otherRecordPlans.ts';
import { createPlan, plainJob, take } from '../../contracts/sageCompanyPlans.ts';
import { itemTransfer, transfer } from '../../contracts/storeRig.ts';
import { program } from '../../program.ts';
import { createTemplate, fastFolder } from '../doubtsRig.ts';
import { openPlumbline, sageFile, storeFile } from './plumbline.ts';

/** A change order with its proof in the table or in itself, or an item of Procore: a subcontract. */
export type Pushed = 'table' | 'recordFields' | 'subcontract';
const description = 'Killed while pushing';
const id = 'transfer';

/** Folders with one approved change order each, which can be pushed, killed and looked into. */
export type KillRig = {
  /** Fail points of a push from its beginning to its end. */
  readonly points: readonly string[];
  readonly fresh: () => string;
  readonly copyOf: (folder: string) => string;
  readonly remove: (folder: string) => void;
  readonly close: () => void;
};

export async function createKillRig(pushed: Pushed): Promise<KillRig> {
  const root = fastFolder();
  const template = join(root, 'template');
  mkdirSync(template);
  await createTemplate(sageFile(template));
  approve(template, pushed);
  let copies = 0;
  const copyOf = (folder: string) => {
    copies += 1;
    const copy = join(root, String(copies));
    cpSync(folder, copy, { recursive: true });
    return copy;
  };
  const whole = copyOf(template);
  const points = await runUntil(whole, 0);
  if (points === null) throw new Error('A push that nobody kills did not come to its end');
  return {
    points,
    fresh: () => copyOf(template),
    copyOf,
    remove: (folder) => rmSync(folder, { recursive: true, force: true }),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

function approve(folder: string, pushed: Pushed): void {
  const { store } = openPlumbline(folder, () => undefined);
  const { writing } = standardSettings;
  store.settings.write({
    ...standardSettings,
    writing: { ...writing, markers: pushed === 'recordFields' ? pushed : 'table' },
  });
  if (pushed === 'subcontract') {
    approveSubcontract(folder, store);
    store.close();
    return;
  }
  const plan = createPlan({ description, amounts: ['10.00'] });
  const marked = plan.steps.map((step) =>
    step.id === 'header' ? { ...step, columns: [...step.columns, take('usrdf2', 'marker')] } : step,
  );
  const facts = {
    job: plainJob,
    businessKey: plan.businessKey,
    plan: pushed === 'table' ? plan : { ...plan, steps: marked },
    planHash: 'hash of the plan',
    // Change orders of the sample company are older than this approval.
    newestRecord: '999999',
    approvedAt: '2026-11-23T16:00:00.000Z',
    approvedBy: 'Dana Reyes',
  };
  store.transfers.save(transfer(id, { name: 'queued', since: facts.approvedAt, attempt: 0 }, facts));
  store.close();
}

function approveSubcontract(folder: string, store: Store): void {
  const sage = new Sqlite(sageFile(folder));
  const vendor = String(sage.prepare('SELECT recnum FROM actpay LIMIT 1').pluck().get());
  sage.close();
  const plan = subcontractPlan({ vendor, description, amounts: ['10.00'] });
  const state = { name: 'queued', since: '2026-11-23T16:00:00.000Z', attempt: 0 } as const;
  store.transfers.save(
    itemTransfer(id, state, {
      job: plainJob,
      businessKey: plan.businessKey,
      plan,
      planHash: 'hash of the plan',
      item: { kind: 'commitment', id: 'p:7' },
      // Of what the kind in plumbline.ts says that it is made of.
      source: { snapshot: '{}', hash: hashOf({}) },
      approvedAt: state.since,
      approvedBy: 'Dana Reyes',
    }),
  );
}

/** Runs a push in a process that kills itself at a fail point, from 1; null when it did, else the names of all that it passed. */
export async function runUntil(folder: string, killAt: number): Promise<readonly string[] | null> {
  // What the first whole run has compiled need not be compiled again: killed processes cannot keep it.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') };
  const started = spawn(process.execPath, [program('tests/adversarial/kill/child.ts'), folder, String(killAt)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  started.stdout.on('data', (part) => {
    output += String(part);
  });
  started.stderr.on('data', (part) => {
    errors += String(part);
  });
  const [code, signal] = await once(started, 'close');
  if (signal === 'SIGKILL') return null;
  if (code !== 0) throw new Error(`The push ended with ${String(code)}: ${errors}`);
  return JSON.parse(output) as readonly string[];
}

/** Starts Plumbline again and lets the outbox work until nothing is due. */
export async function recover(folder: string): Promise<void> {
  const context = openPlumbline(folder, () => undefined);
  for (let run = 0; run < 5; run += 1) await drain(context);
  await context.sage.close();
  context.store.close();
}

/** Does the same with each, two at a time. */
export async function twoAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

/** What is found after a start of a killed push was killed as well, or came to its end before that point. */
export async function foundAfter(
  rig: KillRig,
  killed: string,
  second: number,
  pushed: Pushed = 'table',
): Promise<Found & { readonly ended: boolean }> {
  const folder = rig.copyOf(killed);
  const ended = (await runUntil(folder, second)) !== null;
  if (!ended) await recover(folder);
  const found = lookInto(folder, pushed);
  rig.remove(folder);
  return { ended, ...found };
}

export type Found = {
  readonly state: string;
  /** Rows with the words of this push: change orders, prime lines and budget lines, or subcontracts, lines and links. */
  readonly inSage: readonly unknown[];
  readonly told: number;
  readonly integrity: readonly unknown[];
};

/** What a push leaves behind when it is lost nowhere and doubled nowhere. */
export const exactlyOnce: Found = { state: 'done', inSage: [1, 1, 1], told: 1, integrity: ['ok', 'ok'] };

export function lookInto(folder: string, pushed: Pushed = 'table'): Found {
  const context = openPlumbline(folder, () => undefined);
  const state = context.store.transfers.get(id)?.state.name ?? 'gone';
  const { rows } = context.store.history.list({ ...anything, transferId: id, kinds: ['applied'] });
  const links = context.store.procore.links.all('commitment').length;
  context.store.close();
  const store = new Sqlite(storeFile(folder));
  const sage = new Sqlite(sageFile(folder));
  const count = (sql: string) => sage.prepare(sql).pluck().get(`${description}%`);
  const header = pushed === 'subcontract' ? 'subcon' : 'prmchg';
  const lines = (table: string) =>
    count(`SELECT count(*) FROM ${table} WHERE recnum IN (SELECT recnum FROM ${header} WHERE dscrpt LIKE ?)`);
  const headers = count(`SELECT count(*) FROM ${header} WHERE dscrpt LIKE ?`);
  const found: Found = {
    state,
    inSage: pushed === 'subcontract' ? [headers, lines('sbcnln'), links] : [headers, lines('pmcgln'), lines('sbcgln')],
    told: rows.length,
    integrity: [store, sage].map((db) => db.pragma('integrity_check', { simple: true })),
  };
  store.close();
  sage.close();
  return found;
}

/** The proofs are gone, as if nobody kept any: what the push leaves behind then shows that this test can fail. */
export function forgetMarkers(folder: string): void {
  const sage = new Sqlite(sageFile(folder));
  sage.exec('DELETE FROM plumbline_push_marker');
  sage.close();
}

const anything = { search: '', kinds: [], job: '', corId: '', by: '', from: '', to: '', offset: 0, limit: 10 };
