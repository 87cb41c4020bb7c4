import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { listenAtHome } from '../hosts/homeSocket.ts';
import { startWebHost, type WebHost } from '../web/webHost.ts';
import { type Opened, rendererFolder } from './openPlumbline.ts';
import type { Call } from './verb.ts';

export type Served = { readonly web: WebHost; readonly stop: () => Promise<void> };

/** Starts the timers, the web host, and the socket by which other commands reach this Plumbline. */
export async function serve(
  call: Call,
  home: Home,
  { companies, door }: Opened,
  port: number,
): Promise<Result<Served>> {
  const { clock, random, logger } = companies;
  const started = await startWebHost({ door, rendererFolder: rendererFolder(call), port, clock, random, logger });
  if (!started.ok) return started;
  const web = started.value;
  const socket = await listenAtHome(home.folder, async (question) =>
    question.ask === 'address'
      ? { ok: true, value: { url: web.newAddress(), port: web.port } }
      : door.request(question.company, question.channel, question.payload),
  );
  if (socket === null) logger.warn('host.noSocket');
  companies.start();
  return succeed({
    web,
    stop: async () => {
      await socket?.close();
      await web.close();
      await companies.stop();
    },
  });
}
