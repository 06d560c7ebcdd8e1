import { computed, type WritableComputedRef } from 'vue';
import { useEditorContext } from './context';
import { itemsOf } from './items';
import { textField, type Block } from './page';

/** What the form of every block needs: whether it is in hand, and its fields to read and write. */
export function useBlock(props: Readonly<{ block: Block }>) {
  const context = useEditorContext();
  const inHand = computed(() => context.selected.value === props.block.id);
  const items = computed(() => itemsOf(props.block));

  /** A text that may be absent; empty, it goes. */
  function optional(name: string): WritableComputedRef<string> {
    return computed({
      get: () => textField(props.block, name),
      set: (text: string) => context.update(props.block.id, { [name]: text === '' ? undefined : text }, name),
    });
  }

  /** A text that every such block has, empty or not. */
  function required(name: string): WritableComputedRef<string> {
    return computed({
      get: () => textField(props.block, name),
      set: (text: string) => context.update(props.block.id, { [name]: text }, name),
    });
  }

  /** One of several words; without it the first one holds. */
  function choice(name: string, fallback: string): WritableComputedRef<string> {
    return computed({
      get: () => textField(props.block, name) || fallback,
      set: (value: string) => context.update(props.block.id, { [name]: value }),
    });
  }

  return { context, inHand, items, optional, required, choice };
}
