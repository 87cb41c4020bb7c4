import type { proofChannels } from '#shared/contract/proofs.ts';
import { fail, succeed } from '#shared/domain/failure.ts';
import type { UnknownProof } from '#shared/domain/proofs.ts';
import type { Context } from '../context.ts';
import { adoptProof, leaveProof } from '../proofs/adopt.ts';
import { compareProofs } from '../proofs/compare.ts';
import { decideMissing } from '../proofs/decideMissing.ts';
import { disagreementsNow } from '../proofs/linked.ts';
import { readMemory, restoredOf } from '../proofs/memory.ts';
import type { Handlers } from './handler.ts';

const mostShown = 200;
const mostChoices = 100;

export const proofHandlers: Handlers<keyof typeof proofChannels> = {
  'proofs.list': (_, context) => {
    const { unknown, missing } = disagreementsNow(context);
    return succeed({
      restored: restoredOf(context),
      comparedAt: readMemory(context).comparedAt,
      unknown: unknown.slice(0, mostShown).map((proof) => shown(context, proof)),
      missing: missing.slice(0, mostShown),
      counts: { unknown: unknown.length, missing: missing.length },
    });
  },

  'proofs.compare': async (_, context, { alone }) => {
    const failure = await alone(() => compareProofs(context, true));
    return failure === null ? succeed({}) : fail(failure);
  },

  'proofs.adopt': async ({ key, corIds }, context, { alone }) => {
    const adopted = await alone(() => adoptProof(context, key, corIds));
    return adopted.ok ? succeed({ id: adopted.value }) : adopted;
  },

  'proofs.leave': ({ key, reason }, context) => {
    const done = leaveProof(context, key, reason);
    return done.ok ? succeed({}) : done;
  },

  'proofs.decide': async ({ transferId, word, reason }, context, { pushSoon }) => {
    const done = await decideMissing(context, transferId, word, reason);
    if (done.ok) pushSoon();
    return done.ok ? succeed({}) : done;
  },
};

function shown(context: Context, proof: UnknownProof) {
  const { subjects, ...rest } = proof;
  const { store } = context;
  return {
    ...rest,
    names: subjects.map((id) => store.cors.get(id)?.number ?? id),
    choices: proof.subjects.length > 0 ? [] : unlinkedCors(context, proof),
  };
}

function unlinkedCors({ store }: Context, { job }: UnknownProof) {
  const mapping = store.mappings.ofJob(job);
  if (mapping === null) return [];
  return store.cors
    .ids(mapping.projectId)
    .filter((id) => store.links.get(id) === null)
    .slice(0, mostChoices)
    .flatMap((corId) => {
      const cor = store.cors.get(corId);
      return cor === null ? [] : [{ corId, number: cor.number, title: cor.title.slice(0, 200) }];
    });
}
