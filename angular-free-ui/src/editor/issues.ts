import { ApiError } from '@/framework/api/problem';
import type { BlockIssue } from './context';
import { blockAtPointer, isRecord, type PageDocument } from './page';

/** Something that the server has to say of a document. `path` is a JSON pointer. */
export interface PlacedIssue {
  path: string;
  message: string;
}

/** What stood in the way when a document was to be saved. */
export function issuesOf(problem: unknown): readonly PlacedIssue[] {
  if (!(problem instanceof ApiError)) return [];
  const { data } = problem.problem;
  return isRecord(data) && Array.isArray(data['issues']) ? (data['issues'] as PlacedIssue[]) : [];
}

/** The same at the blocks that it speaks of. */
export function issuesIn(document: PageDocument, issues: readonly PlacedIssue[]): BlockIssue[] {
  return issues.flatMap(({ path, message }) => {
    const block = blockAtPointer(document, path);
    return block === undefined ? [] : [{ blockId: block.id, message }];
  });
}
