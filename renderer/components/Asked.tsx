import type { ReactNode } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import { FailureMessage } from './FailureMessage.tsx';
import { Loading } from './Loading.tsx';

type Props<Value> = {
  readonly asked: { readonly value: Value | null; readonly failure: Failure | null; refresh(): void };
  /** What is being read until the first answer is there. */
  readonly label: string;
  readonly children: (value: Value) => ReactNode;
};

/** What was asked for, once it is there; above it why it, or a newer one, could not be had. */
export function Asked<Value>({ asked: { value, failure, refresh }, label, children }: Props<Value>) {
  return (
    <>
      {failure === null ? null : <FailureMessage failure={failure} onRetry={refresh} />}
      {value !== null ? children(value) : failure === null ? <Loading label={label} /> : null}
    </>
  );
}
