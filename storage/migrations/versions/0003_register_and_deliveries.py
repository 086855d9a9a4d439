"""The register of posts and people, the policy's settings, the ledger of deliveries; since when a plan is live.

A plan that is live already went live, as far as anybody knows, when it was loaded.
"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('sought_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("email = lower(email) AND email <> ''", name=op.f('ck_person_email')),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_person_name')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('email', name=op.f('uq_person_email'))
    )
    op.create_table('slot',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('occasion', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'occasion', name=op.f('pk_slot'))
    )
    op.create_table('absence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=False),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_absence_in_order')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_absence_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_absence'))
    )
    op.create_index(op.f('ix_absence_person_id'), 'absence', ['person_id'], unique=False)
    op.create_table('account',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('workspace_id', sa.Integer(), nullable=False),
    sa.Column('external', sa.String(), nullable=False),
    sa.Column('dm', sa.String(), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('why', sa.String(), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_account_person_id_person')),
    sa.ForeignKeyConstraint(['workspace_id'], ['workspace.id'], name=op.f('fk_account_workspace_id_workspace')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('workspace_id', 'external', name=op.f('uq_account_workspace_id_external'))
    )
    op.create_index(op.f('ix_account_person_id'), 'account', ['person_id'], unique=False)
    op.create_table('delivery',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('recipient', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('occasion', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('workspace_id', sa.Integer(), nullable=True),
    sa.Column('claim', sa.String(), nullable=True),
    sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('may_repeat', sa.Boolean(), nullable=False),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('ts', sa.String(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('why', sa.String(), nullable=True),
    sa.Column('body', sa.JSON(), nullable=True),
    sa.CheckConstraint("(state = 'claimed') <= (claim IS NOT NULL)", name=op.f('ck_delivery_claimed_by_somebody')),
    sa.CheckConstraint("(state = 'sent') <= (ts IS NOT NULL)", name=op.f('ck_delivery_sent_somewhere')),
    sa.CheckConstraint("kind IN ('brief', 'digest')", name=op.f('ck_delivery_kind')),
    sa.CheckConstraint("state IN ('waiting', 'claimed', 'unknown', 'sent', 'superseded', 'dropped', 'undeliverable')", name=op.f('ck_delivery_state')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_delivery_person_id_person')),
    sa.ForeignKeyConstraint(['workspace_id'], ['workspace.id'], name=op.f('fk_delivery_workspace_id_workspace')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery')),
    sa.UniqueConstraint('recipient', 'kind', 'occasion', name=op.f('uq_delivery_recipient_kind_occasion'))
    )
    op.create_index(op.f('ix_delivery_recipient_day'), 'delivery', ['recipient', 'day'], unique=False)
    op.create_index(op.f('ix_delivery_state_day'), 'delivery', ['state', 'day'], unique=False)
    op.create_table('holding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('prison_id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('capacity', sa.String(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("capacity IN ('holder', 'acting', 'deputy')", name=op.f('ck_holding_capacity')),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_holding_in_order')),
    sa.ForeignKeyConstraint(['owner_id'], ['owner.id'], name=op.f('fk_holding_owner_id_owner')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_holding_person_id_person')),
    sa.ForeignKeyConstraint(['prison_id'], ['prison.id'], name=op.f('fk_holding_prison_id_prison')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holding'))
    )
    op.create_index(op.f('ix_holding_person_id'), 'holding', ['person_id'], unique=False)
    op.create_index(op.f('ix_holding_prison_id_owner_id'), 'holding', ['prison_id', 'owner_id'], unique=False)
    op.create_table('liaison',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('prison_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_liaison_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['owner.id'], name=op.f('fk_liaison_organisation_id_owner')),
    sa.ForeignKeyConstraint(['post_id'], ['owner.id'], name=op.f('fk_liaison_post_id_owner')),
    sa.ForeignKeyConstraint(['prison_id'], ['prison.id'], name=op.f('fk_liaison_prison_id_prison')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_liaison'))
    )
    op.create_index(op.f('ix_liaison_prison_id_organisation_id'), 'liaison', ['prison_id', 'organisation_id'], unique=False)
    op.create_table('pace',
    sa.Column('workspace_id', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['workspace_id'], ['workspace.id'], name=op.f('fk_pace_workspace_id_workspace')),
    sa.PrimaryKeyConstraint('workspace_id', name=op.f('pk_pace'))
    )
    op.create_table('role',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('prison_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.CheckConstraint("role IN ('coordinator', 'administrator', 'assurer')", name=op.f('ck_role_role')),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_role_in_order')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_person_id_person')),
    sa.ForeignKeyConstraint(['prison_id'], ['prison.id'], name=op.f('fk_role_prison_id_prison')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role'))
    )
    op.create_index(op.f('ix_role_person_id'), 'role', ['person_id'], unique=False)
    op.create_table('policy_setting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_policy_setting_plan_id_plan')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policy_setting'))
    )
    op.create_index(op.f('ix_policy_setting_name_from_on'), 'policy_setting', ['name', 'from_on'], unique=False)
    op.create_table('delegation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('theme', sa.String(), nullable=True),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(action_id IS NULL) <> (theme IS NULL)', name=op.f('ck_delegation_action_or_theme')),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_delegation_in_order')),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_delegation_action_id_action')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_delegation_plan_id_plan')),
    sa.ForeignKeyConstraint(['post_id'], ['owner.id'], name=op.f('fk_delegation_post_id_owner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delegation'))
    )
    op.create_index(op.f('ix_delegation_plan_id'), 'delegation', ['plan_id'], unique=False)
    op.create_table('mention',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('delivery_id', sa.Integer(), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('about', sa.String(), nullable=True),
    sa.Column('section', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.CheckConstraint('(action_id IS NULL) <> (about IS NULL)', name=op.f('ck_mention_action_or_about')),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_mention_action_id_action')),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_mention_delivery_id_delivery')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mention')),
    sa.UniqueConstraint('delivery_id', 'action_id', 'reason', name=op.f('uq_mention_delivery_id_action_id_reason'))
    )
    op.create_index(op.f('ix_mention_action_id_delivery_id'), 'mention', ['action_id', 'delivery_id'], unique=False)
    op.create_index('ix_mention_about', 'mention', ['about'], unique=False, sqlite_where=sa.text('about IS NOT NULL'), postgresql_where=sa.text('about IS NOT NULL'))
    op.create_table('snooze',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('snoozed_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=False),
    sa.CheckConstraint('until_on > snoozed_on', name=op.f('ck_snooze_in_order')),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_snooze_action_id_action')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_snooze_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_snooze'))
    )
    op.create_index(op.f('ix_snooze_action_id'), 'snooze', ['action_id'], unique=False)
    op.create_index('ix_action_standing', 'action', ['plan_id'], unique=False, sqlite_where=sa.text('standing'), postgresql_where=sa.text('standing'))
    op.add_column('plan', sa.Column('live_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('plan', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
    op.execute('UPDATE plan SET live_at = loaded_at WHERE live')


def downgrade() -> None:
    op.drop_column('plan', 'closed_at')
    op.drop_column('plan', 'live_at')
    op.drop_index('ix_action_standing', table_name='action', sqlite_where=sa.text('standing'), postgresql_where=sa.text('standing'))
    op.drop_index(op.f('ix_snooze_action_id'), table_name='snooze')
    op.drop_table('snooze')
    op.drop_index('ix_mention_about', table_name='mention', sqlite_where=sa.text('about IS NOT NULL'), postgresql_where=sa.text('about IS NOT NULL'))
    op.drop_index(op.f('ix_mention_action_id_delivery_id'), table_name='mention')
    op.drop_table('mention')
    op.drop_index(op.f('ix_delegation_plan_id'), table_name='delegation')
    op.drop_table('delegation')
    op.drop_index(op.f('ix_policy_setting_name_from_on'), table_name='policy_setting')
    op.drop_table('policy_setting')
    op.drop_index(op.f('ix_role_person_id'), table_name='role')
    op.drop_table('role')
    op.drop_table('pace')
    op.drop_index(op.f('ix_liaison_prison_id_organisation_id'), table_name='liaison')
    op.drop_table('liaison')
    op.drop_index(op.f('ix_holding_prison_id_owner_id'), table_name='holding')
    op.drop_index(op.f('ix_holding_person_id'), table_name='holding')
    op.drop_table('holding')
    op.drop_index(op.f('ix_delivery_state_day'), table_name='delivery')
    op.drop_index(op.f('ix_delivery_recipient_day'), table_name='delivery')
    op.drop_table('delivery')
    op.drop_index(op.f('ix_account_person_id'), table_name='account')
    op.drop_table('account')
    op.drop_index(op.f('ix_absence_person_id'), table_name='absence')
    op.drop_table('absence')
    op.drop_table('slot')
    op.drop_table('person')
