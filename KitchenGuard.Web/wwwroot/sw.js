// Keeps one page for the moment without connection. No page of the product is ever cached.
const cacheName = 'kitchenguard-offline-1';
const files = ['/offline.html', '/css/offline.css', '/favicon.svg'];

self.addEventListener('install', e => {
  e.waitUntil(caches.open(cacheName).then(cache => cache.addAll(files)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', e => {
  e.waitUntil(caches.keys()
    .then(keys => Promise.all(keys.filter(key => key !== cacheName).map(key => caches.delete(key))))
    .then(() => self.clients.claim()));
});
self.addEventListener('fetch', e => {
  if (e.request.mode === 'navigate' && e.request.method === 'GET') {
    e.respondWith(fetch(e.request).catch(() => caches.match('/offline.html')));
  } else if (files.includes(new URL(e.request.url).pathname)) {
    e.respondWith(fetch(e.request).catch(() => caches.match(new URL(e.request.url).pathname)));
  }
});
