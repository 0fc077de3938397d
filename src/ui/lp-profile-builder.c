/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-profile-builder.h"

#include <glib/gi18n.h>

#include "lp-profile.h"

struct _LpProfileBuilder
{
  AdwBin parent_instance;

  GtkEditable *situation;
  GtkDropDown *gender;
  GtkEditable *age;
  GtkLabel *warning;
  GtkButton *widen;

  LpStore *store;
  LpId meeting;
  GPtrArray *others; /* of LpProfile: each that a note of the meeting has; NULL until the words are set */
  LpProfile *wider;  /* that is offered; or NULL */
  char *text;        /* as it was set */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LpProfileBuilder, lp_profile_builder, ADW_TYPE_BIN)

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A profile said more than once is one person's, for all that is known. */
static GPtrArray *
load_others (LpProfileBuilder *self)
{
  g_autoptr (LpQuery) query = lp_reader_query (
      lp_store_get_reader (self->store),
      "SELECT DISTINCT profile FROM note WHERE space=?1 AND deleted=0 AND profile<>'' ORDER BY profile");
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_profile_free);
  g_autoptr (GError) error = NULL;

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, &error))
    g_ptr_array_add (others, lp_profile_parse (lp_query_text (query, 0)));
  if (error != NULL)
    g_warning ("The profiles could not be read: %s", error->message);

  return others;
}

/* What is typed into the field of the situation may say all: “Woman, 27 years, on cash benefit”. Transfer full. */
static LpProfile *
read_fields (LpProfileBuilder *self)
{
  LpProfile *profile = lp_profile_parse (gtk_editable_get_text (self->situation));
  g_autofree char *years = g_strdup_printf (_("%s years"), gtk_editable_get_text (self->age));
  g_autoptr (LpProfile) age = lp_profile_parse (years);
  guint gender = gtk_drop_down_get_selected (self->gender);

  if (profile->gender == LP_GENDER_NONE)
    profile->gender = (LpGender) gender;
  if (profile->age_from == 0)
    {
      profile->age_from = age->age_from;
      profile->age_to = age->age_to;
    }

  return profile;
}

static void
fill_fields (LpProfileBuilder *self, const LpProfile *profile)
{
  g_autofree char *exact = g_strdup_printf ("%d", profile->age_from);
  g_autofree char *band = g_strdup_printf ("%d–%d", profile->age_from, profile->age_to);

  self->filling = TRUE;
  gtk_editable_set_text (self->situation, profile->situation);
  gtk_drop_down_set_selected (self->gender, profile->gender);
  gtk_editable_set_text (self->age, profile->age_from == 0 ? "" : profile->age_from == profile->age_to ? exact : band);
  self->filling = FALSE;
}

static gboolean
says_much (const LpProfile *profile)
{
  return (profile->gender != LP_GENDER_NONE) + (profile->age_from > 0) + (*profile->situation != '\0') > 1;
}

/* Those of the meeting, and this one, which is perhaps none of them yet. Transfer container. */
static GPtrArray *
gather (LpProfileBuilder *self, const LpProfile *profile)
{
  GPtrArray *all = g_ptr_array_new ();
  gboolean there = FALSE;

  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      LpProfile *other = g_ptr_array_index (self->others, i);

      there |= lp_profile_covers (profile, other) && lp_profile_covers (other, profile);
      g_ptr_array_add (all, other);
    }
  if (!there)
    g_ptr_array_add (all, (gpointer) profile);

  return all;
}

/* Of a profile of one part, such as “Head of a shelter”, no part can be made wider. */
static void
judge (LpProfileBuilder *self, const LpProfile *profile)
{
  g_autoptr (GPtrArray) all = gather (self, profile);
  gboolean alone = self->store != NULL && says_much (profile) && lp_profile_count (profile, all) < 2;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->wider, lp_profile_free);
  if (alone)
    self->wider = lp_profile_widen (profile, all);
  gtk_label_set_label (self->warning, _("Nobody else in the meeting has this profile: it could point at a person."));
  gtk_widget_set_visible (GTK_WIDGET (self->warning), alone);
  gtk_widget_set_visible (GTK_WIDGET (self->widen), self->wider != NULL);
  if (self->wider == NULL)
    return;

  words = lp_profile_to_text (self->wider);
  /* Translators: a button; what stands in the marks is a profile that fits more people */
  label = g_strdup_printf (_("Use “%s”"), words);
  gtk_button_set_label (self->widen, label);
}

static void
changed_cb (LpProfileBuilder *self)
{
  g_autoptr (LpProfile) profile = NULL;

  if (self->filling)
    return;

  profile = read_fields (self);
  judge (self, profile);
}

static void
widen_cb (LpProfileBuilder *self)
{
  g_autoptr (LpProfile) wider = g_steal_pointer (&self->wider);

  if (wider == NULL)
    return;
  fill_fields (self, wider);
  gtk_widget_grab_focus (GTK_WIDGET (self->situation));
  judge (self, wider);
}

static void
done_cb (LpProfileBuilder *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
add_genders (LpProfileBuilder *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("No gender"));
  for (int gender = LP_GENDER_WOMAN; gender < LP_N_GENDERS; gender++)
    gtk_string_list_append (labels, lp_gender_label (gender));
  gtk_drop_down_set_model (self->gender, G_LIST_MODEL (labels));
}

static void
lp_profile_builder_dispose (GObject *object)
{
  LpProfileBuilder *self = LP_PROFILE_BUILDER (object);

  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->wider, lp_profile_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PROFILE_BUILDER);

  G_OBJECT_CLASS (lp_profile_builder_parent_class)->dispose (object);
}

static gboolean
lp_profile_builder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_PROFILE_BUILDER (widget)->situation));
}

static void
lp_profile_builder_class_init (LpProfileBuilderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_profile_builder_dispose;
  widget_class->grab_focus = lp_profile_builder_grab_focus;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-profile-builder.ui");
  gtk_widget_class_bind_template_child (widget_class, LpProfileBuilder, situation);
  gtk_widget_class_bind_template_child (widget_class, LpProfileBuilder, gender);
  gtk_widget_class_bind_template_child (widget_class, LpProfileBuilder, age);
  gtk_widget_class_bind_template_child (widget_class, LpProfileBuilder, warning);
  gtk_widget_class_bind_template_child (widget_class, LpProfileBuilder, widen);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
lp_profile_builder_init (LpProfileBuilder *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_genders (self);
  self->filling = FALSE;
}

/* Once: whose profiles it is compared with. Without, nothing is warned of. */
void
lp_profile_builder_set_meeting (LpProfileBuilder *self, LpStore *store, const LpId *meeting)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
}

/* To be called each time it is shown: the notes may be others by now. */
void
lp_profile_builder_set_text (LpProfileBuilder *self, const char *text)
{
  g_autoptr (LpProfile) profile = lp_profile_parse (text);

  g_set_str (&self->text, text);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  if (self->store != NULL)
    self->others = load_others (self);
  fill_fields (self, profile);
  judge (self, profile);
}

/* In the words that it was set or typed in, where these say it all; they may be of another language. Transfer full. */
char *
lp_profile_builder_dup_text (LpProfileBuilder *self)
{
  g_autoptr (LpProfile) profile = read_fields (self);
  g_autoptr (LpProfile) before = lp_profile_parse (self->text != NULL ? self->text : "");

  if (lp_profile_covers (before, profile) && lp_profile_covers (profile, before))
    return g_strdup (self->text);
  if (gtk_drop_down_get_selected (self->gender) == LP_GENDER_NONE && *gtk_editable_get_text (self->age) == '\0')
    return g_strstrip (g_strdup (gtk_editable_get_text (self->situation)));

  return lp_profile_to_text (profile);
}
