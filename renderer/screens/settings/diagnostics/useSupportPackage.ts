import { useState } from 'react';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { SupportPackage } from '#shared/contract/support.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { useHostApi } from '../../../api/HostApiContext.tsx';
import { useHostAct } from '../../../api/useAct.ts';
import { saveFile } from '../../../export/saveFile.ts';

export type Preview = { readonly name: string; readonly text: string; readonly cut: boolean };

/** Puts a package together, shows what is in it, and saves that very package. */
export function useSupportPackage() {
  const host = useHostApi();
  const preparing = useHostAct('support.prepare');
  const [shown, setShown] = useState<SupportPackage | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const prepare = async () => {
    setPreview(null);
    setFailure(null);
    const answer = await preparing.run({});
    setShown(answer.ok ? answer.value : null);
  };

  const look = async (name: string) => {
    if (shown === null) return;
    const answer = await host.request('support.file', { id: shown.id, name });
    setFailure(answer.ok ? null : answer.failure);
    setPreview(answer.ok ? { name, ...answer.value } : null);
  };

  /** Out: whether the file was handed to the browser. */
  const save = async (): Promise<boolean> => {
    if (shown === null || saving) return false;
    setSaving(true);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const answer: Result<HostResponseOf<'support.part'>> = await host.request('support.part', {
        id: shown.id,
        offset,
      });
      if (!answer.ok) {
        setFailure(answer.failure);
        setSaving(false);
        return false;
      }
      pieces.push(bytesOf(answer.value.base64));
      offset = answer.value.next;
    }
    saveFile(new Blob(pieces, { type: 'application/zip' }), shown.name);
    setSaving(false);
    return true;
  };

  return {
    shown,
    preview,
    busy: preparing.busy,
    saving,
    failure: failure ?? preparing.failure,
    prepare,
    look,
    save,
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
