import type { paths } from './schema';

/** What the server answers: it writes every property, also where the document calls it optional for requests. */
export type Answer<T> = T extends readonly (infer U)[] ? Answer<U>[] : T extends object ? { [K in keyof T]-?: Answer<T[K]> } : T;

type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : P;

/** An address of the API document, with its parameters filled in. */
export type Address = Filled<keyof paths>;
