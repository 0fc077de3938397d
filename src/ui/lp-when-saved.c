/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-when-saved.h"

typedef void (*Call) (gpointer object, gpointer data);

typedef struct {
  GWeakRef object;
  GCallback call;
  gpointer data;
} Wait;

static void
wait_free (gpointer data, GClosure *closure)
{
  Wait *wait = data;

  g_weak_ref_clear (&wait->object);
  g_free (wait);
}

static void
pending_cb (LpStore *store, GParamSpec *pspec, Wait *wait)
{
  g_autoptr (GObject) object = g_weak_ref_get (&wait->object);
  Call call = (Call) wait->call;
  gpointer data = wait->data;

  if (lp_store_get_pending (store) > 0)
    return;
  g_signal_handlers_disconnect_by_func (store, pending_cb, wait);
  if (object != NULL)
    call (object, data);
}

void
lp_when_saved (LpStore *store, GObject *object, GCallback call, gpointer data)
{
  Wait *wait = NULL;

  if (lp_store_get_pending (store) == 0)
    {
      ((Call) call) (object, data);
      return;
    }
  wait = g_new0 (Wait, 1);
  g_weak_ref_init (&wait->object, object);
  wait->call = call;
  wait->data = data;
  g_signal_connect_data (store, "notify::pending", G_CALLBACK (pending_cb), wait, wait_free, G_CONNECT_DEFAULT);
}
