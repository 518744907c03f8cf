export default definePageConfig({ navigationBarTitleText: '政策，用大白话说' });
