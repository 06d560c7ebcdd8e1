import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';

type Side = 'before' | 'after';

interface Options {
  id: string;
  frame: HTMLElement;
  handle: HTMLElement;
  /** Whether a block may be dropped here. */
  accepts: (id: string) => boolean;
  onSide: (side: Side | null) => void;
  onDrop: (id: string, side: Side) => void;
}

/** Moving a block with the mouse. Buttons and Alt+arrows do the same: nothing can be done by dragging alone. */
export function makeDraggable({ id, frame, handle, accepts, onSide, onDrop }: Options): () => void {
  const side = (clientY: number): Side => {
    const { top, height } = frame.getBoundingClientRect();
    return clientY < top + height / 2 ? 'before' : 'after';
  };
  return combine(
    draggable({ element: frame, dragHandle: handle, getInitialData: () => ({ block: id }) }),
    dropTargetForElements({
      element: frame,
      canDrop: ({ source }) => typeof source.data['block'] === 'string' && source.data['block'] !== id && accepts(source.data['block']),
      getIsSticky: () => true,
      onDrag: ({ location }) => onSide(location.current.dropTargets[0]?.element === frame ? side(location.current.input.clientY) : null),
      onDragLeave: () => onSide(null),
      onDrop({ source, location }) {
        onSide(null);
        // The source forgets its state before this is called: the position is computed anew.
        if (location.current.dropTargets[0]?.element === frame) onDrop(String(source.data['block']), side(location.current.input.clientY));
      },
    }),
  );
}
