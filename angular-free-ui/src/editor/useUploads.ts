import { shallowReactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/ui/toasts';
import type { MediaSource, Upload, UploadTarget } from './context';
import type { useHistory } from './history';
import { itemsOf, updateItem } from './items';
import { find, textField, update, type PageDocument } from './page';

/** At most this many files travel at once: a slow line carries the rest afterwards. */
const AT_ONCE = 3;

/** Files on their way to the media library, each shown where it will stand. */
export function useUploads(history: ReturnType<typeof useHistory>, media: () => MediaSource | undefined) {
  const { t } = useI18n();
  const uploads = shallowReactive(new Map<string, Upload>());
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function arrived(target: UploadTarget, urn: string): void {
    const field = target.field ?? 'media';
    const put = (document: PageDocument): PageDocument =>
      target.item === undefined
        ? update(document, target.block, { [field]: urn })
        : updateItem(document, target.block, target.item, { [field]: urn });
    const block = find(history.current.value, target.block)?.block;
    const holder = target.item === undefined || block === undefined ? block : itemsOf(block).find((item) => item.id === target.item);
    // A picture that takes the place of another is somebody's change and can be undone; one that fills an empty place is not.
    if (holder !== undefined && textField(holder, field) !== '') history.commit(put(history.current.value));
    else history.amend(put);
  }

  async function send(target: UploadTarget, file: File): Promise<void> {
    const source = media();
    if (source === undefined) return;
    const key = uploadKey(target);
    try {
      const library = file.type.startsWith('image/') ? source : (source.documents ?? source);
      const medium = await library.upload(file, (part) => uploads.set(key, { name: file.name, part }));
      uploads.delete(key);
      arrived(target, medium.urn);
      announce(t('editor.image.uploaded', { name: file.name }));
    } catch (error) {
      const reason = error instanceof Error && error.message !== '' ? error.message : t('editor.image.failed');
      uploads.set(key, { name: file.name, part: 0, error: reason, retry: () => void upload(target, file) });
    }
  }

  async function next(): Promise<void> {
    const work = running < AT_ONCE ? waiting.shift() : undefined;
    if (work === undefined) return;
    running += 1;
    await work();
    running -= 1;
    void next();
  }

  function upload(target: UploadTarget, file: File): Promise<void> {
    uploads.set(uploadKey(target), { name: file.name, part: 0 });
    return new Promise((resolve) => {
      waiting.push(() => send(target, file).finally(resolve));
      void next();
    });
  }

  return { uploads, upload };
}

/** One upload at a time for each place of a document. */
export function uploadKey({ block, item, field }: UploadTarget): string {
  return `${item ?? block} ${field ?? 'media'}`;
}
