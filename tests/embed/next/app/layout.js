import './page.css';

export const metadata = { title: "A stranger's page" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
