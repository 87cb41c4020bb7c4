import { z } from 'zod';
import { sqlServerDrivers } from './sageDrivers.ts';

/** A connection to the SQL Server of Sage 100 Contractor, as people state it. Secrets never stand in it. */

/** NUL and line ends could end a value early in some drivers; everything else is quoted when the connection string is built. */
export const connectionTextSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u);

/** The server as its parts. Instance and port exclude each other: with a port the driver would ignore the instance without a word. */
export type ServerParts = { readonly machine: string; readonly instance: string | null; readonly port: number | null };

/** `OFFICE\SAGE100CON`, `office.acme.local,1433`, `.\SAGE100CON`, `(local)`; null when it is none of these. */
export function serverParts(text: string): ServerParts | null {
  const match = /^([^\s\\,;:{}=]+)(?:\\([^\s\\,;:{}=]{1,16})|,([0-9]{1,5}))?$/.exec(text);
  const [, machine, instance = null, digits] = match ?? [];
  const port = digits === undefined ? null : Number(digits);
  if (machine === undefined || (port !== null && (port < 1 || port > 65_535))) return null;
  return { machine, instance, port };
}

/** The parts as the driver and SQL Server's own tools write them. */
export function serverText({ machine, instance, port }: ServerParts): string {
  if (port !== null) return `${machine},${port}`;
  return instance === null ? machine : `${machine}\\${instance}`;
}

/** The key under which decisions about a server are remembered: names of machines and instances know no upper and lower case. */
export function serverKey(server: string): string {
  return server.trim().toLowerCase();
}

export const encryptions = ['yes', 'strict', 'no'] as const;
export type Encryption = (typeof encryptions)[number];

/** `automatic` takes the best driver that is installed, see `sageDrivers.ts`. */
export const driverChoiceSchema = z.enum(['automatic', ...sqlServerDrivers]);
export type DriverChoice = z.infer<typeof driverChoiceSchema>;

export const sageConnectionSchema = z.strictObject({
  driver: driverChoiceSchema.default('automatic'),
  /** Machine and instance, e.g. `OFFICE\SAGE100CON`, or machine and port, e.g. `office,1433`. */
  server: connectionTextSchema.refine((text) => serverParts(text) !== null),
  database: connectionTextSchema,
  /** SQL Server login. Absent: Windows authentication, nothing to store. */
  user: connectionTextSchema.optional(),
  /** Always written out: left out, driver 18 encrypts and driver 17 does not. */
  encrypt: z.enum(encryptions).default('yes'),
  /** The name that the server's certificate bears where it is not the server's own. Drivers before 18 cannot be told. */
  certificateName: connectionTextSchema.optional(),
});
export type SageConnection = z.infer<typeof sageConnectionSchema>;

/** Somebody's decision to accept whatever certificate a server shows. Remembered by server, for every company on it. */
export const trustedServerSchema = z.strictObject({
  server: connectionTextSchema,
  /** Who decided it. */
  by: z.string().min(1).max(100),
  /** When, ISO UTC. */
  at: z.string(),
});
export type TrustedServer = z.infer<typeof trustedServerSchema>;

type Explained = { readonly label: string; readonly meaning: string };

/** What each choice of encryption means, and what follows from it. */
export const encryptionWords: Readonly<Record<Encryption, Explained>> = {
  yes: {
    label: 'Encrypted',
    meaning: 'Everything between this computer and the server is encrypted. Keep this unless IT says otherwise.',
  },
  strict: {
    label: 'Encrypted from the first byte (strict)',
    meaning:
      'Encryption begins before anything else is said, and the certificate is always checked. It takes SQL Server 2022 or later and ODBC Driver 18; older ones cannot answer.',
  },
  no: {
    label: 'Not encrypted',
    meaning:
      'Change orders, vendors and amounts cross the network readable; only user and password are encrypted. Nobody checks whether it is the right server, unless the server insists on encryption itself.',
  },
};

/** What it means to check the server's certificate, and to trust it unchecked. */
export const certificateWords: Readonly<Record<'check' | 'trust', Explained>> = {
  check: {
    label: 'Check the certificate',
    meaning:
      'The certificate has to come from an authority that this computer trusts and to bear the name of the server. A server that made its own certificate is refused until IT installs that certificate here.',
  },
  trust: {
    label: 'Trust this server without checking',
    meaning:
      'The connection is encrypted, but whoever answers in the place of this server is believed, reads the password of a SQL login and could show and take other figures. Only for a server on a network that nobody else can reach, until it has a certificate that can be checked.',
  },
};

/** Whether the choice about the certificate matters: strict encryption checks it whatever was chosen. */
export function canTrustUnchecked(encrypt: Encryption): boolean {
  return encrypt !== 'strict';
}
