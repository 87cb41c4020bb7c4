/** An answer before it is written: without a body it is empty. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What is wrong with fields, by field. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };

/**
 * Procore answers errors in six shapes (documented samples); which one stands where is only partly documented, so every one of
 * them has its place here: a client must read them all.
 */
export const fieldErrors = (errors: FieldErrors, status = 422): Reply => ({ status, body: { errors } });

/** Business rules: locks, closed periods, wrong statuses. */
export const ruleBroken = (text: string, fields: FieldErrors = {}): Reply => ({
  status: 422,
  body: { errors: { base: [text], fields } },
});

export const permission = 'You do not have permission to access this resource';
export const forbidden = (text = permission): Reply => ({ status: 403, body: { errors: text } });
export const unauthorized = (text = 'The access token is invalid'): Reply => ({ status: 401, body: { errors: text } });

export const message = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  body: { message: text },
  headers,
});
export const notFound = message(404, 'Not Found');
export const badRequest = (text: string): Reply => message(400, text);

type Detail = { readonly message: string; readonly source: string };

/** Newer v1 resources that wrap their data: work breakdown structure, budget changes. */
export const codedError = (status: number, text: string, details: readonly Detail[] = []): Reply => ({
  status,
  body: {
    error: {
      code: codes[status] ?? 'ERROR',
      message: text,
      details: details.map((one) => ({ code: 'INVALID', ...one })),
    },
  },
});

/** v2. */
export const reasonedError = (status: number, text: string, details: readonly Detail[] = []): Reply => ({
  status,
  body: {
    error: {
      code: codes[status] ?? 'ERROR',
      message: text,
      details: details.map((one) => ({ reason_code: 'INVALID', ...one })),
    },
  },
});

const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE_ENTITY',
};
