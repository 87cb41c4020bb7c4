import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';

/** What brings requests to the engines of all companies and their events back: the window's bridge, or HTTP. */
export type Carrier = {
  /** `company` null: asked of the installation. Resolves with whatever came back, unchecked; throws when nothing did. */
  send(company: CompanyId | null, channel: string, request: unknown): Promise<unknown>;
  onChanged(listener: (event: CompanyEvent) => void): () => void;
};
