import type { AlarmSettings } from '#shared/domain/alarms/settings.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';

type MailServer = AlarmSettings['email'];

/** A mail server of the office answers within seconds; a firewall that drops everything never does. */
const patienceMs = 20_000;

/**
 * Sends one plain text. The mail library is loaded only here: it stands in no start of Plumbline. Where the server does not offer
 * encryption and `starttls` asks for it, nothing is sent.
 */
export async function sendMail(
  server: MailServer,
  password: string | null,
  { subject, text }: { readonly subject: string; readonly text: string },
): Promise<Result<null>> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: server.server,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user === '' ? {} : { auth: { user: server.user, pass: password ?? '' } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A message is text of our own: nothing is read from a disk or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: server.from, to: [...server.to], subject, text });
    return succeed(null);
  } catch (error) {
    return fail(notSent(server, error));
  } finally {
    transport.close();
  }
}

/** By the library's own codes; the server's words may repeat what was sent, so that only its number is said. */
function notSent({ server, port, security }: MailServer, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const number = error instanceof Error && 'responseCode' in error ? ` ${String(error.responseCode)}` : '';
  const place = `${server}:${port}`;
  switch (code) {
    case 'EAUTH':
      return refusal(
        'alarms.mailLogin',
        `${place} did not accept the user or the password${number === '' ? '' : ` (${number.trim()})`}.`,
        'Enter them again under Settings, Alarms. Many mail services want a password made for programs.',
      );
    case 'ETLS':
      return refusal(
        'alarms.mailNotSafe',
        `${place} offered no encrypted connection (${security}), or one whose certificate is not trusted. Nothing was sent.`,
        'Choose the encryption that the server offers under Settings, Alarms.',
      );
    default: {
      const refused = code === 'EENVELOPE' || code === 'EMESSAGE';
      const sentence = refused
        ? `${place} did not take the message (${code}${number}).`
        : `${place} could not be reached (${code}).`;
      const remedy = refused
        ? 'Check sender and recipients under Settings, Alarms: the server may take mail only from certain addresses.'
        : 'Check the name and port under Settings, Alarms, and whether the firewall lets this computer reach it.';
      return refusal('alarms.mailNotSent', sentence, remedy);
    }
  }
}

function refusal(code: string, sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code, sentence, remedy };
}
