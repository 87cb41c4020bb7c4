import type { CompanyId } from '#shared/domain/company.ts';
import type { Books } from '#shared/domain/sage/catalog.ts';

/** Which databases the open companies are on, by what the databases say of themselves: a server may have several names. */
export type BooksRegister = {
  readonly enter: (id: CompanyId, name: string) => void;
  readonly leave: (id: CompanyId) => void;
  /** Notes what a company is on. Out: the name of the company that was there first; null when it is this one. */
  readonly found: (id: CompanyId, books: Books) => string | null;
};

export function createBooksRegister(): BooksRegister {
  const places = new Map<CompanyId, { readonly name: string; readonly books: string | null }>();
  return {
    enter: (id, name) => void places.set(id, { name, books: places.get(id)?.books ?? null }),
    leave: (id) => void places.delete(id),
    found: (id, books) => {
      const own = JSON.stringify([books.server, books.database, books.guid]);
      places.set(id, { name: places.get(id)?.name ?? id, books: own });
      for (const [other, place] of places) {
        if (other === id) return null;
        if (place.books === own) return place.name;
      }
      return null;
    },
  };
}
