import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { secondFactorUrl, whenSecondFactor } from '../platform/session-end.ts';

const REFUSED = 'second-factor-needed';

/** Before something is confirmed, exported or imported: once more who this is, with a second factor, and back to where one was. */
export function SecondFactorDialog() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const came = query.get('problem') === REFUSED;
  const [asked, setAsked] = useState(false);
  useEffect(() => whenSecondFactor.listen(() => setAsked(true)), []);
  if (!asked && !came) return null;

  query.delete('problem');
  const here = `${pathname}${query.size > 0 ? `?${query}` : ''}`;
  const close = (): void => {
    setAsked(false);
    if (came) navigate(here, { replace: true });
  };
  return (
    <Modal
      open
      zIndex={1100}
      title="再核一次是您本人"
      onCancel={close}
      footer={[
        <Button key="no" onClick={close}>
          先不做
        </Button>,
        <Button key="go" type="primary" href={secondFactorUrl(here)}>
          去核一次
        </Button>,
      ]}
    >
      {came && !asked && <p>刚才没有核成，什么也没有做。请用您自己的账号再核一次。</p>}
      <p>审核确认、导出、导入以前，请用单位账号再核一次，要用到第二样（令牌、手机上的码）。核过以后半小时内不再问。</p>
      <p>刚才那一步还没有做。核完回到这一页，请再做一次。</p>
    </Modal>
  );
}
