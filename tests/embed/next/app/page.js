'use client';

import { useEffect, useState } from 'react';
import 'treaty-map/define';

export default function Page() {
  const [date, setDate] = useState('1945-08-14');
  useEffect(() => {
    window.heard ??= [];
    window.setDate = setDate;
  }, []);
  return (
    <div id="app">
      <treaty-map date={date} ontreaty-date-change={(event) => window.heard.push(event.date)} />
    </div>
  );
}
