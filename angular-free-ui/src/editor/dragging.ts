import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';

type Side = 'before' | 'after';

interface Options {
  id: string;
  /** Things only mix with their own: blocks with blocks, items with the items of the same block. */
  kind?: string;
  /** In a grid the sides are left and right. */
  sideways?: boolean;
  frame: HTMLElement;
  handle: HTMLElement;
  /** Whether a block may be dropped here. */
  accepts: (id: string) => boolean;
  onSide: (side: Side | null) => void;
  onDrop: (id: string, side: Side) => void;
}

/** The end of a list takes blocks too: an empty one has no other place. */
export function makeEnd(element: HTMLElement, accepts: (id: string) => boolean, onOver: (over: boolean) => void, onDrop: (id: string) => void): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => typeof source.data['block'] === 'string' && accepts(source.data['block']),
    onDrag: ({ location }) => onOver(location.current.dropTargets[0]?.element === element),
    onDragLeave: () => onOver(false),
    onDrop({ source, location }) {
      onOver(false);
      if (location.current.dropTargets[0]?.element === element) onDrop(String(source.data['block']));
    },
  });
}

/** Moving a block or an item with the mouse. Buttons, menus and Alt+arrows do the same: nothing can be done by dragging alone. */
export function makeDraggable({ id, kind = 'block', sideways = false, frame, handle, accepts, onSide, onDrop }: Options): () => void {
  const side = ({ clientX, clientY }: { clientX: number; clientY: number }): Side => {
    const { top, left, width, height } = frame.getBoundingClientRect();
    return (sideways ? clientX < left + width / 2 : clientY < top + height / 2) ? 'before' : 'after';
  };
  return combine(
    draggable({ element: frame, dragHandle: handle, getInitialData: () => ({ [kind]: id }) }),
    dropTargetForElements({
      element: frame,
      canDrop: ({ source }) => typeof source.data[kind] === 'string' && source.data[kind] !== id && accepts(source.data[kind]),
      getIsSticky: () => true,
      onDrag: ({ location }) => onSide(location.current.dropTargets[0]?.element === frame ? side(location.current.input) : null),
      onDragLeave: () => onSide(null),
      onDrop({ source, location }) {
        onSide(null);
        // The source forgets its state before this is called: the position is computed anew.
        if (location.current.dropTargets[0]?.element === frame) onDrop(String(source.data[kind]), side(location.current.input));
      },
    }),
  );
}
