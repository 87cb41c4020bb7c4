// What shared/ may not import resolves to this empty module, so that any use of it is a compile error.
export {};
