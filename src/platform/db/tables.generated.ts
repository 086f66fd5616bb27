// Generated from db/migrations by `npm run tables`; do not edit.
import type { Generated, GeneratedAlways } from 'kysely'

/** Whatever JSON holds; narrow it with a schema before use. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export interface Tables {
  'accounts.account': {
    id: Generated<string>
    login: string
    folded_login: string
    display_name: string
    password_hash: string | null
    state: string
    issued_by: string | null
    created_at: Date
    email: string | null
    folded_name: GeneratedAlways<string | null>
    first_signed_in_at: Date | null
  }
  'accounts.account_event': {
    id: GeneratedAlways<number>
    account_id: string
    kind: string
    actor_id: string | null
    actor_role: string | null
    grant_id: string | null
    other_account_id: string | null
    reason: string
    happened_at: Date
  }
  'accounts.api_client': {
    id: Generated<string>
    account_id: string
    grant_id: string
    name: string
    permissions: string[]
    created_by: string
    created_at: Date
    ended_at: Date | null
  }
  'accounts.api_client_secret': {
    secret_hash: string
    client_id: string
    created_at: Date
    expires_at: Date | null
  }
  'accounts.api_token': {
    token_hash: string
    client_id: string
    permissions: string[]
    created_at: Date
    expires_at: Date
  }
  'accounts.author_card': {
    id: string | null
    display_name: string | null
  }
  'accounts.factor_policy': {
    role_code: string
    required_from: string
    grace_days: Generated<number>
  }
  'accounts.grant_place': {
    grant_id: string | null
    account_id: string | null
    producer_id: string | null
    province_code: string | null
    commune_code: string | null
  }
  'accounts.handover': {
    id: Generated<string>
    from_account_id: string
    to_account_id: string
    reason: string
    handed_over_by: string
    handed_over_at: Date
  }
  'accounts.identity': {
    issuer: string
    subject: string
    account_id: string
    linked_by: string
    linked_at: Date
  }
  'accounts.identity_claim': {
    code_hash: string
    issuer: string
    subject: string
    expires_at: Date
  }
  'accounts.installation_secret': {
    only_row: Generated<boolean>
    secret: string
  }
  'accounts.invitation': {
    token_hash: string
    role_code: string
    unit_scheme: string | null
    unit_code: string | null
    issued_by: string | null
    issued_at: Date
    expires_at: Date
    used_at: Date | null
    used_by: string | null
    producer_id: string | null
    id: Generated<string>
    display_name: string | null
    email: string | null
    province_code: string | null
    commune_code: string | null
    producer_name: string | null
  }
  'accounts.invitation_list': {
    id: Generated<string>
    sha256: string
    file_name: string
    row_count: number
    applied_by: string
    applied_at: Date
  }
  'accounts.passkey': {
    id: Generated<string>
    account_id: string
    credential_id: string
    public_key: string
    counter: number
    transports: string[]
    name: string
    created_at: Date
    last_used_at: Date | null
  }
  'accounts.passkey_challenge': {
    owner_hash: string
    purpose: string
    challenge: string
    expires_at: Date
  }
  'accounts.pending_sign_in': {
    token_hash: string
    account_id: string
    grant_id: string
    created_at: Date
    expires_at: Date
    tries: Generated<number>
    used_at: Date | null
  }
  'accounts.recovery_code': {
    account_id: string
    code_digest: string
    created_at: Date
    used_at: Date | null
  }
  'accounts.role': {
    code: string
    tier: string
    name_vi: string
    name_en: string
  }
  'accounts.role_entrusts': {
    issuer_role: string
    role_code: string
    permission: string
  }
  'accounts.role_grant': {
    id: Generated<string>
    account_id: string
    role_code: string
    unit_scheme: string | null
    unit_code: string | null
    granted_by: string | null
    granted_at: Date
    ended_at: Date | null
    producer_id: string | null
    province_code: string | null
    commune_code: string | null
    producer_name: string | null
    starts_on: string | null
    ends_before: string | null
    stands_in_for: string | null
  }
  'accounts.role_issues': {
    issuer_role: string
    role_code: string
  }
  'accounts.role_permission': {
    role_code: string
    permission: string
  }
  'accounts.session': {
    token_hash: string
    account_id: string
    grant_id: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    device: string
    ended_at: Date | null
    reference: Generated<string>
    network: Generated<string>
    has_factor: Generated<boolean>
    confirmed_at: Date | null
  }
  'accounts.sign_in_attempt': {
    id: GeneratedAlways<number>
    login_digest: string
    network_digest: string
    succeeded: boolean
    attempted_at: Date
    was_deferred: Generated<boolean>
  }
  'accounts.sign_on_attempt': {
    browser_hash: string
    state: string
    nonce: string
    code_verifier: string
    next_path: string
    expires_at: Date
  }
  'accounts.totp': {
    account_id: string
    sealed_secret: string
    created_at: Date
    confirmed_at: Date | null
    last_step: number | null
  }
  'administrative_units.alias': {
    old_scheme: Generated<string>
    old_code: string
    alias: string
    former_code: string | null
    kind: string
    folded_alias: GeneratedAlways<string | null>
  }
  'administrative_units.commune_origin': {
    new_code: string | null
    old_province_code: string | null
  }
  'administrative_units.load': {
    only_row: Generated<boolean>
    sha256: string
    units: number
    successors: number
    aliases: number
    loaded_at: Generated<Date>
  }
  'administrative_units.present_unit': {
    old_code: string | null
    new_code: string | null
    is_decided: boolean | null
    is_default: boolean | null
  }
  'administrative_units.province_today': {
    old_code: string | null
    old_name: string | null
    new_code: string | null
    new_name: string | null
  }
  'administrative_units.successor': {
    old_scheme: Generated<string>
    old_code: string
    new_scheme: Generated<string>
    new_code: string
    kind: string
    population: string
  }
  'administrative_units.unit': {
    scheme: string
    code: string
    name: string
    full_name: string
    level: string
    type: string
    parent_code: string | null
    valid_from: Generated<string>
    valid_to: Generated<string>
    folded_name: GeneratedAlways<string | null>
  }
  'administrative_units.unit_card': {
    scheme: string | null
    code: string | null
    name: string | null
    full_name: string | null
    level: string | null
    type: string | null
    parent_code: string | null
    province_code: string | null
    province_name: string | null
  }
  'administrative_units.unit_code': {
    scheme: string
    code: string
    level: string
    parent_code: string | null
    province_code: string
  }
  'audit.change': {
    entry_id: number
    ordinal: number
    subject_kind: string
    subject_id: string | null
    row_key: string | null
    before: Json | null
    after: Json | null
  }
  'audit.entry': {
    id: number
    kind: string
    recorded_at: Date
    transaction_id: number
    actor: string
    account_id: string | null
    role_code: string | null
    grant_id: string | null
    scope: Json | null
    request_id: string | null
    route: string | null
    reason: string | null
    table_name: string | null
    operation: string | null
    row_count: number | null
    details: Json | null
    changes_sha256: Buffer | null
  }
  'audit.seal': {
    number: number
    entry_id: number
    previous_sha256: Buffer
    sha256: Buffer
  }
  'audit.unwatched': {
    table_name: string
    reason: string
  }
  'audit.watched': {
    table_name: string
    subject_kind: string
    hidden: string[]
    left_out: string[]
    operations: string[]
  }
  'catalogue.facet_bitmap': {
    facet: string
    value: string
    chunk: number
    bits: string
  }
  'catalogue.once_public': {
    public_id: string
    kind: string
    left_at: Date
  }
  'catalogue.producer_card': {
    producer_id: string
    public_id: string
    name: string
    kind_code: string
    province_code: string
    province_name: string
    commune_code: string | null
    commune_name: string | null
    products: number
    best_star: number
    updated_at: Date
    sort_name: string
    accented_head: string
    all_words: string
  }
  'catalogue.product_card': {
    product_id: string
    position: number
    public_id: string
    name: string
    producer_id: string
    producer_public_id: string
    producer_name: string
    producer_kind: string
    group_code: string | null
    set_code: string | null
    province_code: string
    province_name: string
    commune_code: string | null
    commune_name: string | null
    unit_scheme: string | null
    unit_code: string | null
    recorded_place: string | null
    old_province_code: string | null
    old_district_code: string | null
    place_state: string
    recognition_id: string
    recognition_kind: string
    star: number
    decided_on: string | null
    decided_year: number
    counts_from: string
    decision_number: string | null
    authority_name: string
    level: string
    expires_on: string
    expires_by: string
    hold: string
    hold_from: string | null
    hold_until: string | null
    picture_id: string | null
    price_min: number | null
    price_max: number | null
    price_unit: string
    demonstration: boolean
    updated_at: Date
    sort_name: string
    plain_head: string
    accented_head: string
    all_words: string
  }
  'catalogue.register_serial': {
    only_row: Generated<boolean>
    serial: number
    counted_for: string
  }
  'catalogue.synonym': {
    phrase: string
    alternative: string
    kind: string
    plain_phrase: GeneratedAlways<string | null>
  }
  'catalogue.term': {
    term: string
    words: number
    products: number
    spelling: string | null
  }
  'certification.authority_rule': {
    decision_number: string
    star: number
    authority_level: string
    effective_from: string
    effective_to: string | null
  }
  'certification.criteria_version': {
    code: string
    number: string
    decided_on: string
    effective_from: string
    effective_to: string | null
    title_vi: string
    title_en: string
  }
  'certification.product_standing_row': {
    product_id: string | null
    recognition_id: string | null
    star: number | null
    kind: string | null
    decided_on: string | null
    decided_year: number | null
    counts_from: string | null
    expires_on: string | null
    expires_by: string | null
    decision_number: string | null
    authority_level: string | null
    authority_name: string | null
    level: string | null
    hold: string | null
    hold_from: string | null
    hold_until: string | null
  }
  'certification.recognition': {
    id: Generated<string>
    product_id: string
    kind: string
    star: number
    decision_number: string | null
    decided_on: string | null
    decided_year: number
    authority_level: string
    authority_name: string
    criteria_version: string | null
    expires_on: string
    expires_by: string
    level: string
    source_id: string
    document_file_id: string | null
    document_page: string | null
    recorded_by: string | null
    recorded_at: Date
  }
  'certification.recognition_card': {
    id: string | null
    product_id: string | null
    kind: string | null
    star: number | null
    decision_number: string | null
    decided_on: string | null
    decided_year: number | null
    authority_level: string | null
    authority_name: string | null
    criteria_version: string | null
    expires_on: string | null
    expires_by: string | null
    level: string | null
    source_id: string | null
    document_file_id: string | null
    document_page: string | null
    recorded_at: Date | null
    counts_from: string | null
  }
  'certification.revocation_cause': {
    code: string
    clause: string
    name_vi: string
    name_en: string
  }
  'certification.standing_event': {
    id: Generated<string>
    recognition_id: string
    kind: string
    effective_on: string
    decision_number: string | null
    decided_on: string | null
    authority_name: string
    reason: string
    source_id: string
    recorded_by: string | null
    recorded_at: Date
    cause_code: string | null
  }
  'change_requests.assisted_edit': {
    id: Generated<string>
    consent_id: string
    subject_kind: string
    subject_id: string
    version: number
    made_at: Date
  }
  'change_requests.consent': {
    id: Generated<string>
    producer_id: string
    officer_id: string
    officer_name: string
    manner: string
    private_witness: string | null
    file_id: string | null
    valid_from: string
    valid_until: string
    recorded_at: Date
  }
  'change_requests.consent_end': {
    consent_id: string
    reason: string
    ended_by: string
    ended_by_name: string
    ended_at: Date
  }
  'change_requests.decision': {
    request_id: string
    state: string
    reason: Generated<string>
    version_after: number | null
    decided_by: string
    decided_by_name: string
    decided_at: Date
  }
  'change_requests.evidence': {
    id: Generated<string>
    request_id: string
    file_id: string
    added_by: string
    added_at: Date
  }
  'change_requests.field_decision': {
    id: Generated<string>
    request_id: string
    field: string
    outcome: string
    overwrote: Generated<boolean>
    found: Json | null
    reason: Generated<string>
  }
  'change_requests.request': {
    id: Generated<string>
    subject_kind: string
    subject_id: string
    version: number
    side: string
    note: string
    author_id: string
    author_name: string
    consent_id: string | null
    opened_at: Date
  }
  'change_requests.request_card': {
    id: string | null
    subject_kind: string | null
    subject_id: string | null
    version: number | null
    side: string | null
    note: string | null
    author_id: string | null
    author_name: string | null
    consent_id: string | null
    opened_at: Date | null
    state: string | null
    reason: string | null
    version_after: number | null
    decided_by_name: string | null
    decided_at: Date | null
    public_id: string | null
    name: string | null
    producer_id: string | null
    province_code: string | null
    commune_code: string | null
  }
  'change_requests.request_field': {
    id: Generated<string>
    request_id: string
    field: string
    before: Json | null
    proposed: Json | null
  }
  'imports.batch': {
    id: Generated<string>
    file_id: string
    file_name: string
    sha256: string
    size_bytes: number
    province_code: string | null
    former_province_code: string | null
    level: string
    source_title: string
    state: string
    failure_code: string | null
    failure_vi: string | null
    failure_en: string | null
    sheet_index: Generated<number>
    sheet_names: Generated<string[]>
    header: Json | null
    header_signature: string | null
    mapping_remembered: Generated<boolean>
    progress_step: string | null
    progress_done: Generated<number>
    progress_total: Generated<number>
    attempt: Generated<number>
    created_by: string | null
    sender_scope: Json
    created_at: Date
    applied_by: string | null
    applied_at: Date | null
    undone_by: string | null
    undone_at: Date | null
    undo_reason: string | null
  }
  'imports.batch_row': {
    batch_id: string
    row_number: number
    written: Json
    mended: Generated<Json>
    accepted: Generated<string[]>
    understood: Json | null
    problems: Generated<Json>
    changes: Generated<Json>
    judgement: string | null
    decision: Generated<string>
    producer_id: string | null
    product_id: string | null
  }
  'imports.made': {
    id: GeneratedAlways<number>
    batch_id: string
    row_number: number
    kind: string
    subject_id: string
    effect: string
    version_after: Generated<number>
    before: Json | null
  }
  'imports.remembered_mapping': {
    province_code: string
    header_signature: string
    columns: Json
    remembered_by: string | null
    remembered_at: Date
  }
  'letters.letter': {
    id: Generated<string>
    recipient: string
    subject: string
    body_text: string | null
    body_html: string | null
    state: string
    attempts: Generated<number>
    last_fault: string | null
    province_code: string | null
    commune_code: string | null
    producer_id: string | null
    queued_by: string | null
    queued_at: Date
    sent_at: Date | null
  }
  'notifications.notification': {
    id: Generated<string>
    account_id: string
    kind: string
    subject_vi: string
    subject_en: string
    facts: Generated<Json>
    link: string
    shown: boolean
    letter: string | null
    created_at: Date
    read_at: Date | null
    lettered_at: Date | null
  }
  'notifications.preference': {
    account_id: string
    kind: string
    office: boolean
    email: string
  }
  'personal_data.holiday': {
    day: string
    name_vi: string
    name_en: string
  }
  'personal_data.request': {
    id: Generated<string>
    kind: string
    producer_id: string
    private_requester: string
    private_contact: Generated<string>
    private_detail: Generated<string>
    received_on: string
    due_on: string
    state: Generated<string>
    answer: string | null
    answered_by: string | null
    answered_by_name: string | null
    answered_at: Date | null
    recorded_by: string | null
    recorded_at: Date
  }
  'personal_data.retention_rule': {
    code: string
    keep_days: number
    what_vi: string
    what_en: string
  }
  'platform.file': {
    id: Generated<string>
    sha256: string
    size_bytes: number
    media_type: string
    original_name: string
    purpose: string
    stored_by: string | null
    stored_at: Date
  }
  'platform.job_worker': {
    worker_id: string
    session_pid: number
    session_started_at: Date
  }
  'producers.kind': {
    code: string
    position: number
    name_vi: string
    name_en: string
  }
  'producers.merger': {
    id: Generated<string>
    kept_id: string
    merged_id: string
    reason: string
    merged_by: string
    merged_at: Date
  }
  'producers.producer': {
    id: Generated<string>
    public_id: string
    kind_code: string
    name: string
    folded_name: GeneratedAlways<string | null>
    match_name: string
    tax_number: string | null
    tax_number_state: string
    introduction: Generated<string>
    private_representative: string | null
    private_representative_gender: string | null
    private_representative_ethnicity: string | null
    phone: string | null
    email: string | null
    website: string | null
    contacts_public: Generated<boolean>
    contacts_consented_at: Date | null
    address_text: Generated<string>
    unit_scheme: string | null
    unit_code: string | null
    province_code: string
    commune_code: string | null
    place_state: string
    state: Generated<string>
    merged_into_id: string | null
    version: Generated<number>
    created_by: string | null
    created_at: Date
    updated_at: Date
    updated_by: string | null
    updated_by_name: Generated<string>
  }
  'producers.producer_card': {
    id: string | null
    public_id: string | null
    kind_code: string | null
    kind_name_vi: string | null
    kind_name_en: string | null
    name: string | null
    folded_name: string | null
    introduction: string | null
    public_phone: string | null
    public_email: string | null
    public_website: string | null
    public_address: string | null
    tax_number_state: string | null
    unit_scheme: string | null
    unit_code: string | null
    province_code: string | null
    commune_code: string | null
    place_state: string | null
    state: string | null
    merged_into_id: string | null
    updated_at: Date | null
  }
  'producers.producer_in_list': {
    id: string | null
    public_id: string | null
    name: string | null
    match_name: string | null
    kind_code: string | null
    tax_number: string | null
    province_code: string | null
    commune_code: string | null
    state: string | null
    version: number | null
  }
  'producers.producer_lineage': {
    producer_id: string | null
    root_id: string | null
  }
  'products.code_alias': {
    code: string
    product_id: string
    kind: string
    source_id: string | null
    recorded_at: Date
    written: Generated<string>
  }
  'products.code_card': {
    code: string | null
    written: string | null
    kind: string | null
    recorded_product_id: string | null
    product_id: string | null
    source_id: string | null
    recorded_at: Date | null
  }
  'products.merger': {
    id: Generated<string>
    kept_id: string
    merged_id: string
    reason: string
    merged_by: string
    merged_at: Date
  }
  'products.picture': {
    id: Generated<string>
    product_id: string
    position: number
    original_file_id: string
    width: number
    height: number
    caption: Generated<string>
    author: string
    licence: string
    removed_at: Date | null
    created_by: string | null
    created_at: Date
  }
  'products.picture_card': {
    id: string | null
    product_id: string | null
    position: number | null
    width: number | null
    height: number | null
    caption: string | null
    author: string | null
    licence: string | null
    created_at: Date | null
  }
  'products.picture_variant': {
    picture_id: string
    width: number
    height: number
    file_id: string
  }
  'products.product': {
    id: Generated<string>
    public_id: string
    producer_id: string
    name: string
    folded_name: GeneratedAlways<string | null>
    match_name: string
    group_code: string | null
    set_code: string | null
    description: Generated<string>
    story: Generated<string>
    ingredients: Generated<string>
    usage: Generated<string>
    storage: Generated<string>
    packaging: Generated<string>
    season: Generated<string>
    capacity: Generated<string>
    price_min: number | null
    price_max: number | null
    price_unit: Generated<string>
    gtin: string | null
    gtin_note: string | null
    address_text: Generated<string>
    unit_scheme: string | null
    unit_code: string | null
    province_code: string
    commune_code: string | null
    place_state: string
    state: Generated<string>
    merged_into_id: string | null
    demonstration: Generated<boolean>
    version: Generated<number>
    created_by: string | null
    created_at: Date
    updated_at: Date
    updated_by: string | null
    updated_by_name: Generated<string>
  }
  'products.product_card': {
    id: string | null
    public_id: string | null
    producer_id: string | null
    name: string | null
    folded_name: string | null
    group_code: string | null
    subgroup_code: string | null
    set_code: string | null
    description: string | null
    story: string | null
    ingredients: string | null
    usage: string | null
    storage: string | null
    packaging: string | null
    season: string | null
    capacity: string | null
    price_min: number | null
    price_max: number | null
    price_unit: string | null
    gtin: string | null
    gtin_note: string | null
    address_text: string | null
    unit_scheme: string | null
    unit_code: string | null
    province_code: string | null
    commune_code: string | null
    place_state: string | null
    state: string | null
    merged_into_id: string | null
    demonstration: boolean | null
    created_at: Date | null
    updated_at: Date | null
  }
  'products.product_group': {
    code: string
    position: number
    name_vi: string
    name_en: string
  }
  'products.product_in_list': {
    id: string | null
    public_id: string | null
    producer_id: string | null
    name: string | null
    match_name: string | null
    group_code: string | null
    set_code: string | null
    gtin: string | null
    price_min: number | null
    price_max: number | null
    price_unit: string | null
    description: string | null
    province_code: string | null
    commune_code: string | null
    state: string | null
    version: number | null
  }
  'products.product_lineage': {
    product_id: string | null
    root_id: string | null
  }
  'products.product_set': {
    code: string
    group_code: string
    subgroup_code: string
    name_vi: string
    name_en: string
  }
  'products.product_subgroup': {
    code: string
    group_code: string
    name_vi: string
    name_en: string
  }
  'provenance.fact': {
    id: Generated<string>
    subject_kind: string
    subject_id: string
    field_group: string
    content: Json
    source_id: string
    state: string
    recorded_at: Date
  }
  'provenance.source': {
    id: Generated<string>
    kind: string
    level: string
    title: string
    reference: string | null
    page: string | null
    file_id: string | null
    import_batch_id: string | null
    import_row: number | null
    stated_on: string | null
    checked_on: string
    recorded_by: string | null
    recorded_at: Date
  }
  'public.migration': {
    name: string
    sha256: string
    applied_at: Generated<Date>
  }
}
