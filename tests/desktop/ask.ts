import type { Page } from '@playwright/test';
import type { HostChannel, HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';

/** Asks over the page's own bridge, as the screens do. Throws the refusal. `company`: its short name. */
export async function ask<C extends ChannelName>(
  page: Page,
  company: string,
  channel: C,
  request: RequestOf<C>,
): Promise<ResponseOf<C>> {
  return granted(channel, await carry(page, company, channel, request)) as ResponseOf<C>;
}

/** The same of the installation. */
export async function askHost<C extends HostChannel>(
  page: Page,
  channel: C,
  request: HostRequestOf<C>,
): Promise<HostResponseOf<C>> {
  return granted(channel, await carry(page, null, channel, request)) as HostResponseOf<C>;
}

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: unknown };

function granted(channel: string, reply: Reply): unknown {
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}

function carry(page: Page, company: string | null, channel: string, request: unknown): Promise<Reply> {
  return page.evaluate(
    ([one, name, body]) => {
      type Bridge = { request: (company: string | null, channel: string, payload: unknown) => Promise<Reply> };
      return (window as unknown as { plumbline: Bridge }).plumbline.request(one, name, body);
    },
    [company, channel, request] as const,
  );
}
