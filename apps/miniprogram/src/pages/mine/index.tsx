import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View aria-role="button" aria-label="x">
      <Text>mine</Text>
    </View>
  );
}
