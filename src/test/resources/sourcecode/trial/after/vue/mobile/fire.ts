import firestore from '@react-native-firebase/firestore'
import AsyncStorage from '@react-native-async-storage/async-storage'
export const u = () => firestore().collection('users').doc('orders').get()
export const a = () => AsyncStorage.getItem('sessions')
