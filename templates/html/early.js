/* Before the first paint: the reader's choice of dark or light. */
try { const theme = localStorage.getItem('banben-theme'); if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme } catch {}
