import { shallowReactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce, toast } from '@/ui/toasts';
import type { MediaSource, Medium, Upload, UploadTarget } from './context';
import type { useHistory } from './history';
import { itemsOf, updateItem } from './items';
import { find, textField, update, type PageDocument } from './page';
import { altFor, isSilent } from './pictures';

/** At most this many files travel at once: a slow line carries the rest afterwards. */
const AT_ONCE = 3;

/** Files on their way to the media library, each shown where it will stand. */
export function useUploads(history: ReturnType<typeof useHistory>, media: () => MediaSource | undefined) {
  const { t } = useI18n();
  const uploads = shallowReactive(new Map<string, Upload>());
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function arrived(target: UploadTarget, medium: Medium): void {
    const field = target.field ?? 'media';
    const holderIn = (document: PageDocument) => {
      const block = find(document, target.block)?.block;
      return target.item === undefined || block === undefined ? block : itemsOf(block).find((item) => item.id === target.item);
    };
    const put = (document: PageDocument): PageDocument => {
      const holder = holderIn(document);
      const fields = { [field]: medium.urn, ...(holder !== undefined && 'alt' in holder && { alt: altFor(medium, holder) }) };
      return target.item === undefined ? update(document, target.block, fields) : updateItem(document, target.block, target.item, fields);
    };
    const before = holderIn(history.current.value);
    // A picture that takes the place of another is somebody's change and can be undone; one that fills an empty place is not.
    if (before === undefined || textField(before, field) === '') {
      history.amend(put);
      return;
    }
    history.commit(put(history.current.value));
    if (!isSilent(before['alt']) && isSilent(holderIn(history.current.value)?.['alt'])) toast(t('editor.image.describeAgain'));
  }

  async function send(target: UploadTarget, file: File): Promise<void> {
    const source = media();
    if (source === undefined) return;
    const key = uploadKey(target);
    try {
      const library = file.type.startsWith('image/') ? source : (source.documents ?? source);
      const medium = await library.upload(file, (part) => uploads.set(key, { name: file.name, part }));
      uploads.delete(key);
      arrived(target, medium);
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
